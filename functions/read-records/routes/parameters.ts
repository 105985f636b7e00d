import * as z from 'zod';
import { yearParameter } from '../representations.ts';

/** Path of one report. */
export const reportParameters = z.object({
  agency: z.string().min(1).max(220).describe('Agency as in the record, percent-encoded'),
  year: yearParameter.describe('Four digits, or `undated`'),
});

export const noParameters = z.strictObject({});
