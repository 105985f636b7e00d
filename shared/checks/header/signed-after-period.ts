import { failed, PASS, type Rule, UNKNOWN } from '../rule.ts';

/** The date of signature does not lie before the end of the period reported on. */
export const headerSignedAfterPeriod: Rule = {
  id: 'header/signed-after-period',
  severity: 'warning',
  title: { zh: '落款日期不早于统计期限届满', en: 'The report is not signed before its period ends' },
  why: {
    zh: '一年没有过完，就不可能有全年的数字；多半是落款年份沿用了报告年份。',
    en: 'There are no figures for a year before it ends; most often the year of the report was written in the date.',
  },
  clause: { zh: '条例第四十九条', en: 'Article 49 of the Regulation' },
  blank: {
    zh: '没有落款日期或者年度不明的，不作判断。',
    en: 'Not judged without a date of signature or a year.',
  },
  subjects: ['signed'],
  judge: ({ year, header: { signed, period } }) => {
    const end = period?.to ?? (year === null ? undefined : `${year}-12-31`);
    if (!signed || end === undefined) return UNKNOWN;
    if (signed.date >= end) return PASS;
    return failed({
      message: {
        zh: `落款日期${signed.date}早于统计期限届满之日${end}。`,
        en: `The report is signed on ${signed.date}, before its period ends on ${end}.`,
      },
      operands: [{ value: null, at: signed.at }],
      expected: `≥ ${end}`,
      actual: signed.date,
    });
  },
  examples: [
    {
      says: { zh: '2024年度，2025年1月20日落款', en: 'For 2024, signed on 20 January 2025' },
      report: { year: 2024, header: { signed: { date: '2025-01-20', at: { line: 90, column: 1 } } } },
      subject: 'signed',
      outcome: 'pass',
    },
    {
      says: { zh: '2021年度，2021年1月18日落款', en: 'For 2021, signed on 18 January 2021' },
      report: { year: 2021, header: { signed: { date: '2021-01-18', at: { line: 90, column: 1 } } } },
      subject: 'signed',
      outcome: 'fail',
    },
    { says: { zh: '没有落款', en: 'No signature' }, report: {}, subject: 'signed', outcome: 'unknown' },
  ],
};
