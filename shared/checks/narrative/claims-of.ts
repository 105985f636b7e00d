import type { Claim, Report } from '../../report/report.ts';
import type { Operand } from '../outcome.ts';

/** The claims of a metric, in the order of the text. */
export const claimsOf = (metric: string, { claims }: Report): readonly Claim[] =>
  claims.filter((claim) => claim.metric === metric);

export const claimOperand = ({ metric, value, at, quote }: Claim): Operand => ({
  claim: metric,
  value,
  at,
  quote,
});

/** How far 余, 约, 多, 近 may be from the number meant. */
const LEEWAY = 0.1;

/** Whether a claim says this number; an approximate one, whether it is near enough. */
export const says = ({ value, approximate }: Claim, actual: number): boolean =>
  approximate ? Math.abs(actual - value) <= Math.max(value, actual) * LEEWAY : value === actual;
