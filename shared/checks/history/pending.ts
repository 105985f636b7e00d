import { figureName } from '../../report/templates/figure-list.ts';
import { REMEDIES } from '../../report/templates/remedies.ts';
import { failed, PASS, UNKNOWN } from '../rule.ts';
import { type HistoryRule, lastYears, number, operand } from './history-rule.ts';

/** Cases pending at the end of last year appear among this year's, decided or still pending. */
export const historyPending: HistoryRule = {
  id: 'history/pending',
  severity: 'info',
  title: {
    zh: '上年尚未审结的复议、诉讼在本年有下落',
    en: 'Cases that were pending last year appear this year',
  },
  why: {
    zh: '上年没有审结的案件，本年或者有了结果，或者仍未审结；本年总计少于上年未审结的，多半漏计。有的机关只计本年新发生的案件，所以只作提示。',
    en: 'A case pending last year is decided this year or still pending; a smaller total most often left some out. Some organs only count new cases, so it is only told.',
  },
  clause: { zh: '表四“尚未审结”，两种格式相同', en: 'Table 四, column 尚未审结, the same in both forms' },
  blank: { zh: '任何一年空白的不作判断。', en: 'Not judged where either year is blank.' },
  subjects: REMEDIES.map(({ id }) => id),
  asksBefore: REMEDIES.map(({ id }) => `remedies.${id}.pending`),
  judge: (report, previous, subject) => {
    const [before, now] = [`remedies.${subject}.pending`, `remedies.${subject}.total`];
    const [pending, total] = [number(previous, before), number(report, now)];
    if (pending === undefined || total === undefined) return UNKNOWN;
    if (total >= pending) return PASS;
    const route = figureName(now)?.row ?? subject;
    return failed({
      message: {
        zh: `“${route}”：${previous.year}年有 ${pending} 件尚未审结，本年总计只有 ${total} 件。`,
        en: `“${route}”: ${pending} were pending in ${previous.year}, but this year counts only ${total}.`,
      },
      operands: [lastYears(previous, before), operand(report, now)],
      expected: `≥ ${pending}`,
      actual: total,
    });
  },
  examples: [
    {
      says: { zh: '上年 2 件未审结，本年维持 2 件', en: '2 pending last year, 2 upheld this year' },
      previous: { figures: { 'remedies.reconsideration.pending': 2 } },
      report: { figures: { 'remedies.reconsideration.upheld': 2, 'remedies.reconsideration.total': 2 } },
      subject: 'reconsideration',
      outcome: 'pass',
    },
    {
      says: { zh: '上年 2 件未审结，本年为 0', en: '2 pending last year, none this year' },
      previous: { figures: { 'remedies.reconsideration.pending': 2 } },
      report: {},
      subject: 'reconsideration',
      outcome: 'fail',
    },
    {
      says: { zh: '本年总计空白', en: 'This year’s total is blank' },
      previous: {},
      report: { figures: { 'remedies.litigation.total': null } },
      subject: 'litigation',
      outcome: 'unknown',
    },
  ],
};
