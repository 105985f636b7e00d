import type { Figures } from '../report/report.ts';
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { Verdict } from './examination.ts';
import type { Finding } from './outcome.ts';

/**
 * `inconsistent` when a finding is an error; `consistent` when every arithmetic relation is decided;
 * `incomplete` otherwise. A document that could be read is never `rejected` here.
 */
export const verdictOf = (
  findings: readonly Finding[],
  arithmetic: Arithmetic,
  _figures: Figures,
): Exclude<Verdict, 'rejected'> => {
  if (findings.some((finding) => finding.severity === 'error')) return 'inconsistent';
  const decided = arithmetic.relations.every(
    (relation) => arithmetic.outcomes.get(relation.id) !== 'unknown',
  );
  return decided ? 'consistent' : 'incomplete';
};
