import type { Report } from '../report/report.ts';
import { solve } from './arithmetic/arithmetic.ts';
import { claimsByMetric } from './narrative/claims-of.ts';
import type { CheckContext } from './rule.ts';
import { valuesByTable } from './values/figures-in.ts';

/** Reads a report once for all rules: what they ask of it is then looked up. */
export const contextOf = (report: Report): CheckContext => {
  const arithmetic = solve(report);
  return {
    arithmetic,
    values: valuesByTable(report, arithmetic.cells),
    claims: claimsByMetric(report.claims),
  };
};
