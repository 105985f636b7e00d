import * as z from 'zod';
import { ROBOT_KINDS, WEBHOOK_PLACE } from './channels/kinds.ts';

const common = {
  /** Name of the channel, the same for as long as it exists: what was told is remembered under it. */
  CHANNEL: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  /** Address of the read API, for the link to the listing. */
  API_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Reports in one batch above which one digest takes the place of single messages. */
  DIGEST_ABOVE: z.coerce.number().int().min(1),
};

/** What the function is told of its surroundings. Secrets are named here, and never given. */
export const settingsSchema = z.discriminatedUnion('KIND', [
  z.object({ ...common, KIND: z.literal('mail'), TOPIC_ARN: z.string().min(1) }),
  z.object({ ...common, KIND: z.enum(ROBOT_KINDS), WEBHOOK: z.string().regex(WEBHOOK_PLACE) }),
]);

export type Settings = z.infer<typeof settingsSchema>;
