import type { Report } from '../../report/report.ts';
import { failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';

/** A local government, whose deadline is later than that of its departments and of its own office. */
const GOVERNMENT = /(?:人民政府|管理委员会|管委会)$/;

const deadline = (agency: string, year: number): string =>
  GOVERNMENT.test(agency) ? `${year + 1}-03-31` : `${year + 1}-01-31`;

const judge = ({ agency, year, header: { signed } }: Report): Judgement => {
  if (!signed || year === null || agency === null) return UNKNOWN;
  const last = deadline(agency, year);
  if (signed.date <= last) return PASS;
  return failed({
    message: {
      zh: `落款日期${signed.date}晚于法定期限${last}。`,
      en: `The report is signed on ${signed.date}, after the legal deadline ${last}.`,
    },
    operands: [{ value: null, at: signed.at }],
    expected: `≤ ${last}`,
    actual: signed.date,
  });
};

/** The report is signed by the legal deadline. */
export const headerDeadline: Rule = {
  id: 'header/deadline',
  severity: 'info',
  title: {
    zh: '落款日期在法定期限以内：部门1月31日，政府3月31日',
    en: 'Signed by the deadline: 31 January for departments, 31 March for governments',
  },
  why: {
    zh: '部门在每年1月31日前报送并公布，地方人民政府在3月31日前公布上一年度的报告。',
    en: 'Departments submit and publish the report for the past year by 31 January, local governments publish theirs by 31 March.',
  },
  clause: { zh: '条例第四十九条', en: 'Article 49 of the Regulation' },
  blank: {
    zh: '没有落款日期、机关或者年度不明的，不作判断；落款日期不一定是公布日期，所以只作提示。',
    en: 'Not judged without a date, an agency or a year. The date of signature need not be that of publication: it is only told.',
  },
  subjects: ['signed'],
  judge,
  examples: [
    {
      says: { zh: '县人民政府，次年3月20日', en: 'A county government on 20 March' },
      report: {
        agency: '沭阳县人民政府',
        year: 2024,
        header: { signed: { date: '2025-03-20', at: { line: 90, column: 1 } } },
      },
      subject: 'signed',
      outcome: 'pass',
    },
    {
      says: { zh: '县公安局，次年3月20日', en: 'A county police bureau on 20 March' },
      report: {
        agency: '怀远县公安局',
        year: 2024,
        header: { signed: { date: '2025-03-20', at: { line: 90, column: 1 } } },
      },
      subject: 'signed',
      outcome: 'fail',
    },
    { says: { zh: '没有落款', en: 'No signature' }, report: {}, subject: 'signed', outcome: 'unknown' },
  ],
};
