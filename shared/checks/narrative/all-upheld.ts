import type { Claim, Report } from '../../report/report.ts';
import { REMEDIES, REMEDY_RESULTS } from '../../report/templates/remedies.ts';
import { type CheckContext, failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { claimOperand, claimsOf } from './claims-of.ts';
import { ARTICLE_50, SCOPES_DIFFER } from './narrative-prose.ts';
import { printedOperands, sumOf } from './table-value.ts';

/** 行政诉讼 in the narrative speaks of both routes. */
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  reconsideration: ['reconsideration'],
  litigation: REMEDIES.map(({ id }) => id).filter((id) => id.startsWith('litigation')),
};
const NAMES: Readonly<Record<string, string>> = { reconsideration: '行政复议', litigation: '行政诉讼' };
const NOT_UPHELD = REMEDY_RESULTS.filter(({ id }) => id !== 'upheld' && id !== 'total');

const judge = (report: Report, subject: string, context: CheckContext): Judgement => {
  const claim: Claim | undefined = claimsOf(`remedies.${subject}.upheld`, context).find(
    ({ implied }) => implied,
  );
  if (!claim) return UNKNOWN;
  // One cell that is not 0 contradicts; blanks beside it do not matter.
  const cells = NOT_UPHELD.flatMap(({ id, label }) =>
    (ROUTES[subject] ?? []).map((route) => ({
      label,
      table: sumOf([`remedies.${route}.${id}`], report, context),
    })),
  );
  const shown = cells.filter(({ table }) => table !== undefined && table.value > 0);
  if (shown.length === 0) return cells.some(({ table }) => !table) ? UNKNOWN : PASS;
  const name = NAMES[subject] ?? subject;
  const list = shown.map(({ label, table }) => `${label} ${table?.value}`).join('、');
  return failed({
    message: {
      zh: `正文说${name}“${claim.quote}”，表四却有${list}。`,
      en: `The narrative says that all cases (${name}) were upheld (“${claim.quote}”), but table 四 has ${list}.`,
    },
    operands: [
      claimOperand(claim),
      ...shown.flatMap(({ table }) => (table ? printedOperands(table, report) : [])),
    ],
    expected: 0,
    actual: shown.reduce((sum, { table }) => sum + (table?.value ?? 0), 0),
  });
};

/** Where the narrative says that every case was upheld, table 四 has no other results. */
export const narrativeAllUpheld: Rule = {
  id: 'narrative/all-upheld',
  severity: 'warning',
  title: {
    zh: '正文说“均维持”的，表四没有纠正、其他结果和尚未审结',
    en: 'Where all cases are said to be upheld, table 四 has none corrected, ended otherwise or pending',
  },
  why: {
    zh: '尚未审结的案件没有结果，不能说维持；纠正和其他结果也不是维持。',
    en: 'A pending case has no result, so it is not upheld; nor is one that was corrected or ended otherwise.',
  },
  clause: ARTICLE_50,
  blank: SCOPES_DIFFER,
  subjects: Object.keys(ROUTES),
  judge,
  examples: [
    {
      says: { zh: '行政复议 7 件均维持，表四维持 7', en: '7 cases, all upheld, and table 四 says so' },
      report: {
        figures: { 'remedies.reconsideration.upheld': 7, 'remedies.reconsideration.total': 7 },
        claims: [{ metric: 'remedies.reconsideration.upheld', value: 7, quote: '均获维持', implied: true }],
      },
      subject: 'reconsideration',
      outcome: 'pass',
    },
    {
      says: { zh: '行政复议 7 件均维持，表四尚未审结 2', en: '7 cases, all upheld, but 2 are pending' },
      report: {
        figures: {
          'remedies.reconsideration.upheld': 5,
          'remedies.reconsideration.pending': 2,
          'remedies.reconsideration.total': 7,
        },
        claims: [{ metric: 'remedies.reconsideration.upheld', value: 7, quote: '均获维持', implied: true }],
      },
      subject: 'reconsideration',
      outcome: 'fail',
    },
    {
      says: { zh: '表四整行空白', en: 'Table 四 is blank' },
      report: {
        rest: null,
        claims: [{ metric: 'remedies.litigation.upheld', value: 9, quote: '均获维持', implied: true }],
      },
      subject: 'litigation',
      outcome: 'unknown',
    },
  ],
};
