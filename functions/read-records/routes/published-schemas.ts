import * as z from 'zod';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { REJECTION_REASONS } from '../../../shared/document/rejection.ts';
import { reviewSchema } from '../../../shared/records/review.ts';
import { FIGURE_STATES } from '../../../shared/report/report.ts';

/**
 * Shapes of what the checks publish, for the OpenAPI document. They are written here by us and trusted, so nothing
 * is parsed by them; objects stay open, since the checks may say more.
 */
export const messageSchema = z.object({ zh: z.string(), en: z.string() });

export const placeSchema = z
  .looseObject({})
  .describe('line and column; or table, row and column; or page and box; or paragraph');

export const figureSchema = z.looseObject({
  value: z.number().nullable(),
  raw: z.string().optional(),
  state: z.enum(FIGURE_STATES),
  at: placeSchema.optional(),
  by: z.string().optional(),
});

export const outcomeSchema = z.looseObject({
  rule: z.string(),
  subject: z.string(),
  outcome: z.enum(['pass', 'fail', 'unknown', 'notApplicable']),
});

export const findingSchema = z.looseObject({
  rule: z.string(),
  subject: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: messageSchema,
  operands: z.array(z.looseObject({ value: z.number().nullable() })),
});

export const reviewedFindingSchema = findingSchema.extend({
  fingerprint: z.string().describe('Names the finding as long as its values stay'),
  review: reviewSchema.optional(),
});

/** The whole examination, as `gouji check --history` prints it. */
export const documentSchema = z.looseObject({
  source: z.looseObject({ name: z.string(), bytes: z.number().int() }),
  verdict: z.enum(VERDICTS),
  report: z.looseObject({}).optional(),
  outcomes: z.array(outcomeSchema),
  findings: z.array(findingSchema),
  reason: z.enum(REJECTION_REASONS).optional(),
  message: messageSchema.optional(),
});

/** Stands before every part of a report. */
export const partSchema = z.object({
  agency: z.string(),
  year: z.number().int().nullable(),
  version: z.string(),
  verdict: z.enum(VERDICTS),
});
