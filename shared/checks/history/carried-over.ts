import type { Report } from '../../report/report.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import { APPLICANTS } from '../../report/templates/requests.ts';
import { failed, type Judgement, PASS, UNKNOWN } from '../rule.ts';
import { type HistoryRule, lastYears, number, operand } from './history-rule.ts';

const figures = (column: string) => ({
  now: `requests.carriedOver.${column}`,
  before: `requests.carriedForward.${column}`,
});

const totalsAgree = (report: Report, previous: Report): boolean => {
  const { now, before } = figures('total');
  const value = number(report, now);
  return value !== undefined && value === number(previous, before);
};

const judge = (report: Report, previous: Report, subject: string): Judgement => {
  const { now, before } = figures(subject);
  const [over, forward] = [number(report, now), number(previous, before)];
  if (over === undefined || forward === undefined) return UNKNOWN;
  if (over === forward) return PASS;
  const column = figureName(now)?.column ?? subject;
  return failed({
    message: {
      zh: `“${column}”一列：上年结转 ${over} 件，${previous.year}年报告的结转下年度是 ${forward} 件。`,
      en: `Column “${column}”: ${over} carried over, but the report for ${previous.year} carried ${forward} forward.`,
    },
    operands: [operand(report, now), lastYears(previous, before)],
    expected: forward,
    actual: over,
    // With equal totals somebody was only counted as another kind of applicant.
    ...(subject !== 'total' && totalsAgree(report, previous) && { severity: 'warning' as const }),
  });
};

/** 上年结转 is what last year's report carried forward, column by column. */
export const historyCarriedOver: HistoryRule = {
  id: 'history/carried-over',
  severity: 'error',
  title: {
    zh: '上年结转等于上一年度报告的结转下年度',
    en: 'What is carried over is what last year’s report carried forward',
  },
  why: {
    zh: '上年没有办完的申请，今年接着办；一年之间不会多出来，也不会少掉。',
    en: 'What was open at the end of last year is still open: nothing is added or lost between two years.',
  },
  clause: {
    zh: '表三“二、上年结转政府信息公开申请数量”“四、结转下年度继续办理”，两种格式相同',
    en: 'Table 三, items 二 and 四, the same in both forms',
  },
  blank: {
    zh: '任何一年空白的不作判断。总计相等、只是申请人类别不同的，只作警告。',
    en: 'Not judged where either year is blank. Where the totals agree and only the kinds of applicant differ, it is a warning.',
  },
  subjects: APPLICANTS.map(({ id }) => id),
  asksBefore: APPLICANTS.map(({ id }) => figures(id).before),
  judge,
  examples: [
    {
      says: { zh: '上年结转出 3 件，今年结转进 3 件', en: '3 carried forward, 3 carried over' },
      previous: { figures: { 'requests.carriedForward.total': 3 } },
      report: { figures: { 'requests.carriedOver.total': 3 } },
      subject: 'total',
      outcome: 'pass',
    },
    {
      says: { zh: '上年结转出 3 件，今年填 0', en: '3 carried forward, 0 carried over' },
      previous: { figures: { 'requests.carriedForward.total': 3 } },
      report: {},
      subject: 'total',
      outcome: 'fail',
    },
    {
      says: {
        zh: '上年是2019年格式：这两行相同，照样核对',
        en: 'Last year in the 2019 form: these rows are the same',
      },
      previous: { template: '2019', figures: { 'requests.carriedForward.business': 1 } },
      report: { figures: { 'requests.carriedOver.business': 1 } },
      subject: 'business',
      outcome: 'pass',
    },
    {
      says: { zh: '上年该格空白', en: 'Last year’s cell is blank' },
      previous: { figures: { 'requests.carriedForward.total': null } },
      report: {},
      subject: 'total',
      outcome: 'unknown',
    },
  ],
};
