import type { Finding } from '../../shared/checks/outcome.ts';
import { fingerprint } from '../../shared/records/fingerprint.ts';
import type { Review } from '../../shared/records/review.ts';

/** Findings with their fingerprints, and what people said of them. */
export const reviewedFindings = (findings: readonly Finding[], reviews: readonly Review[]) => {
  const reviewed = new Map(reviews.map((review) => [review.fingerprint, review]));
  return findings.map((finding) => {
    const id = fingerprint(finding);
    const review = reviewed.get(id);
    const operands = finding.operands.map((operand) => ({ ...operand }));
    return { ...finding, operands, fingerprint: id, ...(review && { review }) };
  });
};
