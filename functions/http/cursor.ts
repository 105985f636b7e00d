import { createHmac, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import { Problem } from './problem.ts';

/** Issues and reads cursors: opaque, signed, and good only for the list they were issued for. */
export interface Cursors {
  issue(list: string, position: unknown): string;
  /** @throws Problem `invalid-cursor` for a forged, cut or foreign cursor */
  read<Schema extends z.ZodType>(list: string, cursor: string, schema: Schema): z.infer<Schema>;
}

const SIGNATURE_BYTES = 16;

const invalid = (): Problem =>
  new Problem('invalid-cursor', 'Leave the cursor out to start from the beginning of the list.');

/**
 * @param key secret that signs
 */
export const signedCursors = (key: string): Cursors => {
  const sign = (list: string, payload: Buffer): Buffer =>
    createHmac('sha256', key).update(`${list}\n`).update(payload).digest().subarray(0, SIGNATURE_BYTES);
  return {
    issue(list, position) {
      const payload = Buffer.from(JSON.stringify(position));
      return Buffer.concat([sign(list, payload), payload]).toString('base64url');
    },
    read(list, cursor, schema) {
      const bytes = Buffer.from(cursor, 'base64url');
      const payload = bytes.subarray(SIGNATURE_BYTES);
      const signature = bytes.subarray(0, SIGNATURE_BYTES);
      if (signature.length < SIGNATURE_BYTES || !timingSafeEqual(signature, sign(list, payload)))
        throw invalid();
      const parsed = schema.safeParse(JSON.parse(payload.toString()));
      if (!parsed.success) throw invalid();
      return parsed.data;
    },
  };
};
