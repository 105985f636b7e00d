import type { Report } from '../../report/report.ts';
import type { Finding, Outcome } from '../outcome.ts';
import { UNKNOWN } from '../rule.ts';
import { HISTORY_RULES } from './history-rules.ts';

/** The reports of the same agency for the years before and after, as far as they are known. */
export interface Neighbours {
  readonly previous?: Report;
  readonly next?: Report;
}

export interface HistoryResult {
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
}

/** Both belong to the later report of their pair: the finding is told where the number was carried over wrongly. */
export interface HistoryCheck {
  /** The report against the year before; all unknown without it. */
  readonly report: HistoryResult;
  /** The year after against the report; absent without it. Its verdict, findings and events follow anew. */
  readonly next?: HistoryResult;
}

const follows = (report: Report, previous: Report | undefined): previous is Report =>
  previous !== undefined &&
  report.year !== null &&
  previous.year !== null &&
  report.year === previous.year + 1;

const checkPair = (report: Report, previous: Report | undefined): HistoryResult => {
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

/**
 * Holds a report against its neighbours. When an earlier year arrives later, `next` is what has to be said of the
 * year after it from now on. Neighbours that are not one year apart are left alone. Pure; whose reports these are
 * is the caller's to know.
 */
export const checkHistory = (report: Report, { previous, next }: Neighbours): HistoryCheck => ({
  report: checkPair(report, previous),
  ...(next && { next: checkPair(next, report) }),
});
