import type { Report } from '../../report/report.ts';
import { failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { YEAR_SOURCES, type YearSource } from './header-parts.ts';

/** Plans speak of the year after, and files are often named for the year in which they were published. */
const mayBeNextYear = (source: YearSource): boolean => source === 'narrative' || source === 'name';

const isSource = (subject: string): subject is YearSource => subject in YEAR_SOURCES;

const judge = (report: Report, subject: string): Judgement => {
  const told = report.header.years.find((year) => year.source === subject);
  if (!told || report.year === null || !isSource(subject)) return UNKNOWN;
  const late = told.year === report.year + 1 && mayBeNextYear(subject);
  if (told.year === report.year || late) return PASS;
  const { zh, en } = YEAR_SOURCES[subject];
  return failed({
    message: {
      zh: `${zh}写的是${told.year}年，报告是${report.year}年度的。`,
      en: `The ${en} says ${told.year}, the report is for ${report.year}.`,
    },
    operands: [{ value: told.year, ...(told.at && { at: told.at }) }],
    expected: report.year,
    actual: told.year,
    // A file is easily renamed, and its name is no part of the report.
    ...(subject === 'name' && { severity: 'info' as const }),
  });
};

/** Title, period, narrative and file name tell the same year. */
export const headerYear: Rule = {
  id: 'header/year',
  severity: 'warning',
  title: {
    zh: '标题、统计期限、正文和文件名的年份一致',
    en: 'Title, period, narrative and file name tell one year',
  },
  why: {
    zh: '年份不一致，多半是沿用了上一年的文字，数字也可能是上一年的。',
    en: 'Where years disagree, last year’s text was often left standing, and so may be last year’s numbers.',
  },
  clause: { zh: '条例第四十九条（年度报告）', en: 'Article 49 of the Regulation (a report for each year)' },
  blank: {
    zh: '没有写年份的地方不作判断；正文谈下一年打算、文件名用公布年份，不算不一致；页面上其他年度报告的链接不是标题。',
    en: 'A place that tells no year is not judged; plans for the year after, and a file named for the year of publication, do not disagree. Links to the reports of other years are no title.',
  },
  subjects: Object.keys(YEAR_SOURCES),
  judge,
  examples: [
    {
      says: { zh: '正文只提到下一年的打算', en: 'The narrative only speaks of plans for the next year' },
      report: {
        year: 2019,
        header: {
          years: [
            { source: 'title', year: 2019 },
            { source: 'narrative', year: 2020 },
          ],
        },
      },
      subject: 'narrative',
      outcome: 'pass',
    },
    {
      says: { zh: '标题2024年，统计期限2023年', en: 'The title says 2024, the period 2023' },
      report: {
        header: {
          years: [
            { source: 'title', year: 2024 },
            { source: 'period', year: 2023 },
          ],
        },
      },
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
