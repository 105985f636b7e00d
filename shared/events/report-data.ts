import * as z from 'zod';
import { causeSummarySchema, findingSummarySchema } from '../records/stored-record.ts';

/** What every event about a report tells of it: ids, counts and the link, never the whole report. */
export const reportDataSchema = z.object({
  agency: z.string().describe('Key of the record; `未署名-…` when the report names no agency'),
  statedAgency: z.string().nullable().describe('As the report names it'),
  year: z.number().int().nullable().describe('Null when the report states no year'),
  version: z.string().describe('The upload: 20 hexadecimal digits of bucket, key and version id'),
  ruleSet: z.number().int().describe('Version of the rules that were applied'),
  verdict: z.enum(['consistent', 'inconsistent', 'incomplete']),
  heldAgainst: z
    .string()
    .optional()
    .describe('Version of the record of the year before, where there was one'),
  current: z.boolean().describe('False when a newer upload of the same report was recorded before'),
  link: z.string().describe('The record in the read API'),
  object: z.object({ bucket: z.string(), key: z.string(), versionId: z.string().optional() }),
  format: z.string().optional(),
  counts: z.object({
    error: z.number().int().nonnegative(),
    warning: z.number().int().nonnegative(),
    info: z.number().int().nonnegative(),
  }),
});

/** The failed rules with their messages, errors first; `counts` tells how many there are in all. */
export const failuresSchema = z.object({
  findings: z.array(findingSummarySchema),
  causes: z.array(causeSummarySchema),
});
