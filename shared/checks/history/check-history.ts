import type { Report } from '../../report/report.ts';
import type { Finding, Outcome } from '../outcome.ts';
import { UNKNOWN } from '../rule.ts';
import { HISTORY_RULES } from './history-rules.ts';

export interface HistoryResult {
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
}

const follows = (report: Report, previous: Report | undefined): previous is Report =>
  previous !== undefined &&
  report.year !== null &&
  previous.year !== null &&
  report.year === previous.year + 1;

/**
 * Holds a report against that of the same agency for the year before: a number carried over wrongly is told of the
 * later one. All unknown without it, and where the two are not one year apart. Pure; whose reports these are is the
 * caller's to know.
 */
export const checkHistory = (report: Report, previous: Report | undefined): HistoryResult => {
  const outcomes: Outcome[] = [];
  const findings: Finding[] = [];
  for (const rule of HISTORY_RULES) {
    for (const subject of rule.subjects) {
      const judgement = follows(report, previous) ? rule.judge(report, previous, subject) : UNKNOWN;
      outcomes.push({ rule: rule.id, subject, outcome: judgement.outcome });
      for (const problem of judgement.problems ?? []) {
        findings.push({ rule: rule.id, subject, severity: rule.severity, ...problem });
      }
    }
  }
  return { outcomes, findings };
};
