import type { Report } from '../../report/report.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import { REMEDIES } from '../../report/templates/remedies.ts';
import { failed, type Judgement, NOT_APPLICABLE, PASS, UNKNOWN } from '../rule.ts';
import { type HistoryRule, lastYears, number, operand } from './history-rule.ts';

/** An order of magnitude. */
const FACTOR = 10;
/** Below this, a jump is chance: 2 requests one year and 30 the next are nothing unusual. */
const SMALLEST = 100;
/** From nothing at all, only a large number is remarkable. */
const FROM_NOTHING = 1000;

const isJump = (a: number, b: number): boolean => {
  const [small, large] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
  return small === 0 ? large >= FROM_NOTHING : large >= SMALLEST && large >= small * FACTOR;
};

const judge = (report: Report, previous: Report, subject: string): Judgement => {
  if (!(subject in report.figures) || !(subject in previous.figures)) return NOT_APPLICABLE;
  const [now, before] = [number(report, subject), number(previous, subject)];
  if (now === undefined || before === undefined) return UNKNOWN;
  if (!isJump(now, before)) return PASS;
  const name = figureName(subject);
  return failed({
    message: {
      zh: `“${name?.row} · ${name?.column}”由 ${previous.year}年的 ${before} 变为 ${now}，相差一个数量级以上。`,
      en: `“${name?.row} · ${name?.column}” went from ${before} in ${previous.year} to ${now}: an order of magnitude or more.`,
    },
    operands: [lastYears(previous, subject), operand(report, subject)],
    expected: before,
    actual: now,
  });
};

const SUBJECTS: readonly string[] = [
  'disclosure.licensing.decisions',
  'disclosure.penalties.decisions',
  'disclosure.coercion.decisions',
  'disclosure.fees.amount',
  'requests.received.total',
  'requests.closed.total',
  'requests.carriedForward.total',
  ...REMEDIES.map(({ id }) => `remedies.${id}.total`),
];

/** A figure does not jump by an order of magnitude from one year to the next. */
export const historyJump: HistoryRule = {
  id: 'history/jump',
  severity: 'info',
  title: { zh: '主要数字没有突变一个数量级', en: 'The main figures do not jump by an order of magnitude' },
  why: {
    zh: '突变可能是真的，也可能是多打、漏打了数字，或者混用了元和万元；数字很小时的起伏不算。',
    en: 'A jump may be true, or a digit too many, or 元 for 万元. Small numbers go up and down by themselves and do not count.',
  },
  clause: { zh: '表二、表三、表四的主要栏目', en: 'The main cells of tables 二, 三 and 四' },
  blank: {
    zh: '任何一年空白的不作判断；只有一年的格式有该栏的，不适用。',
    en: 'Not judged where either year is blank; not applicable where only one year’s form has the cell.',
  },
  subjects: SUBJECTS,
  asksBefore: SUBJECTS,
  judge,
  examples: [
    {
      says: { zh: '由 2 件到 30 件', en: 'From 2 to 30' },
      previous: { figures: { 'requests.received.total': 2 } },
      report: { figures: { 'requests.received.total': 30 } },
      subject: 'requests.received.total',
      outcome: 'pass',
    },
    {
      says: { zh: '收费由 299.8145 万元到 2998145', en: 'Fees from 299.8145万元 to 2998145' },
      previous: { figures: { 'disclosure.fees.amount': 299.8145 } },
      report: { figures: { 'disclosure.fees.amount': 2998145 } },
      subject: 'disclosure.fees.amount',
      outcome: 'fail',
    },
    {
      says: { zh: '上年空白', en: 'Last year is blank' },
      previous: { figures: { 'disclosure.licensing.decisions': null } },
      report: {},
      subject: 'disclosure.licensing.decisions',
      outcome: 'unknown',
    },
    {
      says: { zh: '2019年格式没有收费金额一栏', en: 'The 2019 form has no amount of fees' },
      previous: { template: '2019' },
      report: {},
      subject: 'disclosure.fees.amount',
      outcome: 'notApplicable',
    },
  ],
};
