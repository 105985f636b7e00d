import * as z from 'zod';

/** A person's verdict on one finding. It holds while the finding's fingerprint does. */
export const reviewSchema = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  verdict: z.enum(['confirmed', 'dismissed']),
  reason: z.string().max(1000).optional(),
  by: z.string().max(200),
  at: z.iso.datetime(),
});
export type Review = z.infer<typeof reviewSchema>;
