import { failed, PASS, type Rule, UNKNOWN } from '../rule.ts';

/** The figures cover the calendar year. */
export const headerPeriod: Rule = {
  id: 'header/period',
  severity: 'info',
  title: { zh: '统计期限是整个自然年', en: 'The period is the whole calendar year' },
  why: {
    zh: '年度报告反映上一年度的情况；期限不是1月1日至12月31日的，数字不能与别的年份比较。',
    en: 'The report is about one year; figures for another period than 1 January to 31 December cannot be compared.',
  },
  clause: { zh: '条例第四十九条', en: 'Article 49 of the Regulation' },
  blank: { zh: '没有写统计期限的，不作判断。', en: 'Not judged where no period is given.' },
  subjects: ['period'],
  judge: ({ header: { period } }) => {
    if (!period) return UNKNOWN;
    const year = period.to.slice(0, 4);
    const expected = `${year}-01-01/${year}-12-31`;
    const actual = `${period.from}/${period.to}`;
    if (actual === expected) return PASS;
    return failed({
      message: {
        zh: `统计期限是${period.from}至${period.to}，不是整个自然年。`,
        en: `The period is ${period.from} to ${period.to}, not a whole calendar year.`,
      },
      operands: [{ value: null, at: period.at }],
      expected,
      actual,
    });
  },
  examples: [
    {
      says: { zh: '1月1日至12月31日', en: '1 January to 31 December' },
      report: { header: { period: { from: '2024-01-01', to: '2024-12-31', at: { line: 3, column: 1 } } } },
      subject: 'period',
      outcome: 'pass',
    },
    {
      says: { zh: '截至11月30日', en: 'Up to 30 November' },
      report: { header: { period: { from: '2024-01-01', to: '2024-11-30', at: { line: 3, column: 1 } } } },
      subject: 'period',
      outcome: 'fail',
    },
    {
      says: { zh: '没有写统计期限', en: 'No period is given' },
      report: {},
      subject: 'period',
      outcome: 'unknown',
    },
  ],
};
