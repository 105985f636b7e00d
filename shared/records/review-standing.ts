import * as z from 'zod';
import type { Review } from './review.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * How far people have dealt with what a record finds. The verdict stays what arithmetic says: a report whose errors
 * were all dismissed is still `inconsistent`, with no open errors, and raises no alert.
 */
export const reviewStandingSchema = z.object({
  openErrors: z.number().int().describe('Errors that nobody dismissed; 0 raises no alert'),
  confirmed: z.number().int().describe('Findings of the present check that a person confirmed'),
  dismissed: z.number().int().describe('Findings of the present check that a person dismissed'),
});
export type ReviewStanding = z.infer<typeof reviewStandingSchema>;

/** Reviews of findings that are gone do not count; they come back with the same values. */
export const reviewStanding = (
  { findings, counts }: Pick<StoredRecord, 'findings' | 'counts'>,
  reviews: readonly Review[],
): ReviewStanding => {
  const verdicts = new Map(reviews.map(({ fingerprint, verdict }) => [fingerprint, verdict]));
  const reviewed = (verdict: Review['verdict']) =>
    findings.filter(({ fingerprint }) => verdicts.get(fingerprint) === verdict);
  const dismissed = reviewed('dismissed');
  return {
    openErrors: counts.findings.error - dismissed.filter(({ severity }) => severity === 'error').length,
    confirmed: reviewed('confirmed').length,
    dismissed: dismissed.length,
  };
};
