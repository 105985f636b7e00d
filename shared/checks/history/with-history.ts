import type { Report } from '../../report/report.ts';
import type { Examination } from '../examination.ts';
import { checkHistory } from './check-history.ts';
import { HISTORY_RULES } from './history-rules.ts';

const IDS: ReadonlySet<string> = new Set(HISTORY_RULES.map(({ id }) => id));

const withoutHistory = <Told extends { readonly rule: string }>(told: readonly Told[]): Told[] =>
  told.filter(({ rule }) => !IDS.has(rule));

/**
 * An examination with what the rules over two years say of it: all unknown without the year before. A failed
 * relation between two years makes a report inconsistent like any other error; nothing of it makes one consistent.
 *
 * @param examination of the report alone; what it says of history, if anything, is replaced
 * @param previous the same agency's report for the year before
 */
export const withHistory = (examination: Examination, previous?: Report): Examination => {
  const { report, outcomes, findings, verdict } = examination;
  if (!report) return examination;
  const history = checkHistory(report, previous);
  return {
    ...examination,
    verdict: history.findings.some(({ severity }) => severity === 'error') ? 'inconsistent' : verdict,
    outcomes: [...withoutHistory(outcomes), ...history.outcomes],
    findings: [...withoutHistory(findings), ...history.findings],
  };
};
