import type { Claim } from '../../report/report.ts';
import type { Operand } from '../outcome.ts';
import type { CheckContext } from '../rule.ts';

/** Every rule of the narrative asks for dozens of metrics: a report's claims are sorted by metric once. */
export type ClaimsByMetric = ReadonlyMap<string, readonly Claim[]>;

export const claimsByMetric = (claims: readonly Claim[]): ClaimsByMetric => {
  const sorted = new Map<string, Claim[]>();
  for (const claim of claims) {
    const alike = sorted.get(claim.metric);
    if (alike) alike.push(claim);
    else sorted.set(claim.metric, [claim]);
  }
  return sorted;
};

const NONE: readonly Claim[] = [];

/** The claims of a metric, in the order of the text. */
export const claimsOf = (metric: string, { claims }: CheckContext): readonly Claim[] =>
  claims.get(metric) ?? NONE;

export const claimOperand = ({ metric, value, at, quote }: Claim): Operand => ({
  claim: metric,
  value,
  at,
  quote,
});

/** How far 约 may be from the number meant. */
const LEEWAY = 0.1;

/** Whether a claim gives its number to the last unit: neither about, nor rounded to 万. */
export const isExact = ({ approximate, precision }: Claim): boolean =>
  !approximate && precision === undefined;

/**
 * Whether a claim says this number; an approximate one, whether it is near enough. 1.2万 is 12034 rounded or cut:
 * less than one unit of its last digit away. 3200余 and 近3200 say which side of it.
 */
export const says = ({ value, approximate, precision = 0, range }: Claim, actual: number): boolean => {
  if (range) return actual >= range[0] && actual <= range[1];
  const away = Math.abs(actual - value);
  return away === 0 || away < precision || (approximate === true && away <= Math.max(value, actual) * LEEWAY);
};
