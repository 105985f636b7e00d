import * as z from 'zod';

/** What people of this machine were told, as a mail would tell it. */
export const alertSchema = z.object({
  /** Of the event, or of the digest. */
  id: z.string(),
  /** ISO 8601 in UTC. */
  time: z.string(),
  title: z.string(),
  text: z.string(),
  /** Ids of the events that it tells of. */
  events: z.array(z.string()),
});

export type Alert = z.infer<typeof alertSchema>;
