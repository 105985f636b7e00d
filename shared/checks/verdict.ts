import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { Verdict } from './examination.ts';
import type { Finding } from './outcome.ts';

/**
 * `inconsistent` when a finding is an error; `consistent` when every arithmetic relation is decided, where a
 * blank that arithmetic settles counts as decided; `incomplete` otherwise. What could be read is never
 * `rejected`.
 */
export const verdictOf = (
  findings: readonly Finding[],
  { decided }: Arithmetic,
): Exclude<Verdict, 'rejected'> => {
  if (findings.some((finding) => finding.severity === 'error')) return 'inconsistent';
  return decided.every((each) => each) ? 'consistent' : 'incomplete';
};
