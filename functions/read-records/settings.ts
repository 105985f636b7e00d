import * as z from 'zod';

/** What the function is told of its surroundings. */
export const settingsSchema = z
  .object({
    TABLE_NAME: z.string().min(1),
    RECORDS_BUCKET: z.string().min(1),
    /** Secret that signs the cursors of lists. */
    CURSOR_KEY: z.string().min(16),
  })
  .transform((env) => ({
    table: env.TABLE_NAME,
    recordsBucket: env.RECORDS_BUCKET,
    cursorKey: env.CURSOR_KEY,
  }));

export type Settings = z.infer<typeof settingsSchema>;
