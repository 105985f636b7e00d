import * as z from 'zod';
import { openErrors } from './errors-of.ts';
import type { Review } from './review.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * How far people have dealt with what a record finds. The verdict stays what arithmetic says: a report whose errors
 * were all dismissed is still `inconsistent`, with no open errors, and raises no alert.
 */
export const reviewStandingSchema = z.object({
  openErrors: z.number().int().describe('Errors that nobody dismissed; 0 raises no alert'),
  confirmed: z
    .number()
    .int()
    .describe('Errors of the present check, and other findings kept with it, that a person confirmed'),
  dismissed: z
    .number()
    .int()
    .describe('Errors of the present check, and other findings kept with it, that a person dismissed'),
});
export type ReviewStanding = z.infer<typeof reviewStandingSchema>;

/** Reviews of findings that are gone do not count; they come back with the same values. */
export const reviewStanding = (
  record: Pick<StoredRecord, 'findings' | 'moreErrors' | 'counts'>,
  reviews: readonly Review[],
): ReviewStanding => {
  const verdicts = new Map(reviews.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
  const named = [...record.findings, ...(record.moreErrors ?? [])];
  const reviewed = (verdict: Review['verdict']): number =>
    named.filter(({ fingerprint }) => verdicts.get(fingerprint) === verdict).length;
  return {
    openErrors: openErrors(record, (fingerprint) => verdicts.get(fingerprint) !== 'dismissed'),
    confirmed: reviewed('confirmed'),
    dismissed: reviewed('dismissed'),
  };
};
