import type { Report } from '../../report/report.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import { failed, type Judgement, NOT_APPLICABLE, PASS, UNKNOWN } from '../rule.ts';
import { type HistoryRule, lastYears, number, operand } from './history-rule.ts';

const judge = (report: Report, previous: Report, subject: string): Judgement => {
  // The 2019 form counts what was ever published (对外公开总数量), not what is in force: nothing to compare.
  if (report.templates.disclosure === '2019' || previous.templates.disclosure === '2019')
    return NOT_APPLICABLE;
  const figure = (column: string) => `disclosure.${subject}.${column}`;
  const before = number(previous, figure('inForce'));
  const issued = number(report, figure('issued'));
  const repealed = number(report, figure('repealed'));
  const now = number(report, figure('inForce'));
  if (before === undefined || issued === undefined || repealed === undefined || now === undefined)
    return UNKNOWN;
  const expected = before + issued - repealed;
  if (now === expected) return PASS;
  const name = figureName(figure('inForce'))?.row ?? subject;
  return failed({
    message: {
      zh: `“${name}”现行有效 ${now} 件；上年 ${before} + 制发 ${issued} − 废止 ${repealed} = ${expected}。`,
      en: `“${name}”: ${now} in force, but ${before} last year + ${issued} issued − ${repealed} repealed = ${expected}.`,
    },
    operands: [
      lastYears(previous, figure('inForce')),
      operand(report, figure('issued')),
      operand(report, figure('repealed')),
      operand(report, figure('inForce')),
    ],
    expected,
    actual: now,
  });
};

/** Documents in force are last year's, plus those issued, less those repealed. */
export const historyInForce: HistoryRule = {
  id: 'history/in-force',
  severity: 'warning',
  title: {
    zh: '现行有效件数 = 上年现行有效 + 本年制发 − 本年废止',
    en: 'In force = in force last year + issued − repealed',
  },
  why: {
    zh: '规章和规范性文件只因制发而增加、因废止而减少；有效期届满、机构调整也会改变件数，所以只作警告。',
    en: 'Documents are added when issued and leave when repealed. Expiry and reorganisation also change the count, so it is a warning.',
  },
  clause: {
    zh: '条例第二十条第（一）项；表二（2021年格式）',
    en: 'Article 20 (1) of the Regulation; table 二 of the 2021 form',
  },
  blank: {
    zh: '任何一格空白的不作判断。2019年格式没有现行有效件数，与之相邻的一年不适用。',
    en: 'Not judged where a cell is blank. The 2019 form does not count what is in force: not applicable beside it.',
  },
  subjects: ['regulations', 'normativeDocuments'],
  asksBefore: ['disclosure.regulations.inForce', 'disclosure.normativeDocuments.inForce'],
  judge,
  examples: [
    {
      says: {
        zh: '上年 3 件，制发 1 件，废止 2 件，现有 2 件',
        en: '3 last year, 1 issued, 2 repealed, 2 in force',
      },
      previous: { figures: { 'disclosure.normativeDocuments.inForce': 3 } },
      report: {
        figures: {
          'disclosure.normativeDocuments.issued': 1,
          'disclosure.normativeDocuments.repealed': 2,
          'disclosure.normativeDocuments.inForce': 2,
        },
      },
      subject: 'normativeDocuments',
      outcome: 'pass',
    },
    {
      says: {
        zh: '上年 3 件，没有制发和废止，现有 5 件',
        en: '3 last year, none issued or repealed, 5 in force',
      },
      previous: { figures: { 'disclosure.normativeDocuments.inForce': 3 } },
      report: { figures: { 'disclosure.normativeDocuments.inForce': 5 } },
      subject: 'normativeDocuments',
      outcome: 'fail',
    },
    {
      says: { zh: '废止件数空白', en: 'The number repealed is blank' },
      previous: {},
      report: { figures: { 'disclosure.regulations.repealed': null } },
      subject: 'regulations',
      outcome: 'unknown',
    },
    {
      says: { zh: '上年是2019年格式', en: 'Last year in the 2019 form' },
      previous: { template: '2019' },
      report: {},
      subject: 'regulations',
      outcome: 'notApplicable',
    },
  ],
};
