import * as z from 'zod';
import { objectVersionSchema } from './object-version.ts';

/**
 * Work that we put into the queue of uploads ourselves: to check a stored report again under the present rules, or
 * to read a stored original again with the present readers. Either may be done any number of times.
 */
export const workOrderSchema = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('recheck'),
    agency: z.string().min(1),
    year: z.number().int().nonnegative(),
    /** The upload that was to be checked again; one that came since was checked by present rules anyway. */
    version: z.string().min(1),
  }),
  z.object({ order: z.literal('reread'), object: objectVersionSchema }),
]);
export type WorkOrder = z.infer<typeof workOrderSchema>;
export type RecheckOrder = Extract<WorkOrder, { order: 'recheck' }>;
