import * as z from 'zod';

/** What the function is told of its surroundings. */
export const settingsSchema = z
  .object({
    TABLE_NAME: z.string().min(1),
    RECORDS_BUCKET: z.string().min(1),
    EVENT_BUS_NAME: z.string().min(1),
    /** Address of the read API, for the links in events. */
    API_URL: z.url(),
  })
  .transform((env) => ({
    table: env.TABLE_NAME,
    recordsBucket: env.RECORDS_BUCKET,
    eventBus: env.EVENT_BUS_NAME,
    apiUrl: env.API_URL.replace(/\/+$/, ''),
  }));

export type Settings = z.infer<typeof settingsSchema>;
