import type { Claim, Report } from '../../report/report.ts';
import { CLAIMED_METRICS, claimedFigures } from '../claimed-figures.ts';
import type { Severity } from '../outcome.ts';
import {
  type CheckContext,
  type Judgement,
  NOT_APPLICABLE,
  PASS,
  type Problem,
  type Rule,
  UNKNOWN,
} from '../rule.ts';
import { claimOperand, claimsOf, says } from './claims-of.ts';
import { ARTICLE_50, SCOPES_DIFFER } from './narrative-prose.ts';
import { metricName, printedOperands, sumOf, type TableValue } from './table-value.ts';

const mismatch = (claim: Claim, table: TableValue, report: Report, severity: Severity): Problem => {
  const { zh, en } = metricName(claim.metric);
  const narrower = claim.scope === 'narrower';
  return {
    severity,
    message: {
      zh: `正文说“${claim.quote}”（${claim.value}），表中“${zh}”为 ${table.value}${narrower ? '；正文只说本机关自身，口径可能更窄' : ''}。`,
      en: `The narrative says ${claim.value} (“${claim.quote}”), but ${en} is ${table.value} in the tables${narrower ? '; the narrative may speak of the office alone' : ''}.`,
    },
    operands: [claimOperand(claim), ...printedOperands(table, report)],
    expected: table.value,
    actual: claim.value,
  };
};

const RECEIVED = /^requests\.received(?:\.(\w+))?$/;

/** 收到75件, where the table counts 74 new and 1 carried over: many offices count both as received. */
const includesCarriedOver = (claim: Claim, report: Report, context: CheckContext): Problem | undefined => {
  const match = RECEIVED.exec(claim.metric);
  if (!match) return undefined;
  const column = match[1] ?? 'total';
  const received = sumOf([`requests.received.${column}`], report, context);
  const over = sumOf([`requests.carriedOver.${column}`], report, context);
  if (!received || !over || over.value === 0 || !says(claim, received.value + over.value)) return undefined;
  return {
    severity: 'info',
    message: {
      zh: `正文说“${claim.quote}”（${claim.value}），等于表三新收 ${received.value} 加上年结转 ${over.value}：包含了上年结转。`,
      en: `The narrative says ${claim.value} received (“${claim.quote}”): the ${received.value} new requests plus ${over.value} carried over.`,
    },
    operands: [claimOperand(claim), ...printedOperands(received, report), ...printedOperands(over, report)],
    expected: received.value,
    actual: claim.value,
  };
};

/** 行政诉讼26件，复议后起诉20件: the first may be 未经复议直接起诉 alone. */
const saysDirectRoute = (claim: Claim, report: Report, context: CheckContext): boolean => {
  if (!claim.eitherRoute) return false;
  const [, , result = 'total'] = claim.metric.split('.');
  const direct = sumOf([`remedies.litigation.${result}`], report, context);
  return direct !== undefined && says(claim, direct.value);
};

const judge = (report: Report, metric: string, context: CheckContext): Judgement => {
  const figures = claimedFigures(metric, report);
  if (figures.length === 0) return NOT_APPLICABLE;
  const all = claimsOf(metric, context);
  if (all.length === 0) return UNKNOWN;
  // 均获维持 has a rule of its own.
  const claims = all.filter(({ implied }) => !(implied && metric.endsWith('.upheld')));
  const table = claims.length > 0 ? sumOf(figures, report, context) : undefined;
  if (!table) return UNKNOWN;
  const settled = table.settledBy.length > 0 ? { settledBy: table.settledBy } : undefined;
  const differing = claims.filter(
    (claim) => !says(claim, table.value) && !saysDirectRoute(claim, report, context),
  );
  if (differing.length === 0) return settled ? { ...PASS, ...settled } : PASS;
  const notes = differing.map((claim) => includesCarriedOver(claim, report, context));
  if (notes.every((note) => note !== undefined)) return { ...PASS, ...settled, problems: notes };
  // Where another claim agrees, or says itself that it is narrower, the number is about something less.
  const borneOut = differing.length < claims.length;
  const problems = differing.map((claim, at) => {
    const mild = borneOut || claim.scope === 'narrower';
    return notes[at] ?? mismatch(claim, table, report, mild ? 'info' : 'warning');
  });
  const outcome = problems.some(({ severity }) => severity === 'warning') ? 'fail' : 'unknown';
  return { outcome, ...settled, problems };
};

/** What the narrative says of a number is what the tables say of it. */
export const narrativeFigure: Rule = {
  id: 'narrative/figure',
  severity: 'warning',
  title: { zh: '正文所说的数与表格一致', en: 'The narrative states the numbers of the tables' },
  why: {
    zh: '同一份报告里，同一件事只有一个数；不一致的，不是正文就是表格有误。',
    en: 'Within one report one thing has one number; where they differ, the narrative or the table is wrong.',
  },
  clause: ARTICLE_50,
  blank: {
    zh: `${SCOPES_DIFFER.zh}印成“1.2万件”的数，与表中的数相差不到末位一个单位，就算一致；“3200余件”是 3200 至 3299 件，“近3200件”不超过 3200 件。`,
    en: `${SCOPES_DIFFER.en} A number printed as 1.2万 agrees within one unit of its last digit; 3200余 is 3200 to 3299, and 近3200 at most 3200.`,
  },
  subjects: CLAIMED_METRICS,
  judge,
  examples: [
    {
      says: {
        zh: '正文说受理 23 件，表三新收总计 23',
        en: 'The narrative says 23 received, and so does table 三',
      },
      report: {
        figures: { 'requests.received.total': 23 },
        claims: [{ metric: 'requests.received', value: 23, quote: '共受理依申请公开23件' }],
      },
      subject: 'requests.received',
      outcome: 'pass',
    },
    {
      says: {
        zh: '正文说予以公开及部分公开 258 件，表三两行合计 275',
        en: 'The narrative says 258 disclosed in whole or part, the two rows of table 三 say 275',
      },
      report: {
        figures: { 'requests.granted.total': 272, 'requests.partiallyGranted.total': 3 },
        claims: [{ metric: 'requests.grantedInWholeOrPart', value: 258, quote: '予以公开及部分公开258件' }],
      },
      subject: 'requests.grantedInWholeOrPart',
      outcome: 'fail',
    },
    {
      says: {
        zh: '正文说收到 75 件，表三新收 74、上年结转 1：只作提示',
        en: 'The narrative says 75 received, the table 74 new and 1 carried over: told, not a mismatch',
      },
      report: {
        figures: { 'requests.received.total': 74, 'requests.carriedOver.total': 1 },
        claims: [{ metric: 'requests.received', value: 75, quote: '全区收到政府信息公开申请75件' }],
      },
      subject: 'requests.received',
      outcome: 'pass',
    },
    {
      says: {
        zh: '正文说行政许可 1.2 万件，表二为 12034',
        en: 'The narrative says 1.2万 (12 thousand) licences, table 二 has 12034',
      },
      report: {
        figures: { 'disclosure.licensing.decisions': 12_034 },
        claims: [
          {
            metric: 'disclosure.licensing.decisions',
            value: 12_000,
            precision: 1000,
            quote: '办理行政许可1.2万件',
          },
        ],
      },
      subject: 'disclosure.licensing.decisions',
      outcome: 'pass',
    },
    {
      says: {
        zh: '区政府办代表区政府受理 17 件，表三是全区的 95 件',
        en: 'An office received 17 for its government, the table counts the 95 of the district',
      },
      report: {
        figures: { 'requests.received.total': 95 },
        claims: [
          {
            metric: 'requests.received',
            value: 17,
            quote: '区政府办代表区政府受理政府信息公开申请17件',
            scope: 'narrower',
          },
        ],
      },
      subject: 'requests.received',
      outcome: 'unknown',
    },
    {
      says: { zh: '表中总计空白', en: 'The total is blank in the table' },
      report: {
        rest: null,
        figures: { 'requests.received.total': null },
        claims: [{ metric: 'requests.received', value: 23, quote: '共受理依申请公开23件' }],
      },
      subject: 'requests.received',
      outcome: 'unknown',
    },
    {
      says: {
        zh: '2019年格式的表格没有现行有效件数',
        en: 'The 2019 form does not count the documents in force',
      },
      report: { template: '2019' },
      subject: 'disclosure.normativeDocuments.inForce',
      outcome: 'notApplicable',
    },
  ],
};
