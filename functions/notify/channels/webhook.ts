import type { Dialect } from './robot.ts';

/** A program on this machine: it gets the notice as it is, and its id as the key to know a repeat by. */
export const webhook: Dialect = {
  kind: 'webhook',
  message: (notice, { url }) => ({ url, body: notice, headers: { 'Idempotency-Key': notice.id } }),
  refusal: () => undefined,
};
