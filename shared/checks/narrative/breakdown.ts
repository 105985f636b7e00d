import type { Claim } from '../../report/report.ts';
import { REMEDY_RESULTS } from '../../report/templates/remedies.ts';
import { APPLICANTS } from '../../report/templates/requests.ts';
import { type CheckContext, failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { claimOperand, claimsOf, isExact } from './claims-of.ts';
import { ARTICLE_50 } from './narrative-prose.ts';
import { metricName } from './table-value.ts';

interface Breakdown {
  /** Metrics that partition the whole. */
  readonly parts: readonly string[];
  /** A metric that is itself the sum of some of the parts, and may be stated beside them. */
  readonly joint?: { readonly metric: string; readonly of: readonly string[] };
  /** Sets of metrics that leave nothing out: with all of one set, the parts must make up a whole. */
  readonly complete: readonly (readonly string[])[];
  /** What the parts may add up to, as the narrative states it. */
  readonly wholes: (value: (metric: string) => number | undefined) => readonly number[];
}

const defined = (...numbers: readonly (number | undefined)[]): number[] =>
  numbers.filter((number) => number !== undefined);

const REST = ['requests.refused', 'requests.unavailable', 'requests.declined', 'requests.other'];
const GRANTED = ['requests.granted', 'requests.partiallyGranted'];
const WHOLE_OR_PART = 'requests.grantedInWholeOrPart';

/** 办理结果 are of the requests closed; where that is not said, of those received, with those carried over. */
const closedWholes: Breakdown['wholes'] = (value) => {
  const received = value('requests.received');
  const over = value('requests.carriedOver') ?? 0;
  const forward = value('requests.carriedForward') ?? 0;
  const handled = value('requests.handled') ?? (received === undefined ? undefined : received + over);
  const closed = value('requests.closed');
  return closed === undefined
    ? defined(received, handled, handled === undefined ? undefined : handled - forward)
    : defined(closed, closed + forward);
};

const remedyParts = (remedy: string): Breakdown => {
  const parts = REMEDY_RESULTS.filter(({ id }) => id !== 'total').map(({ id }) => `remedies.${remedy}.${id}`);
  return { parts, complete: [parts], wholes: (value) => defined(value(`remedies.${remedy}`)) };
};

const applicants = APPLICANTS.filter(({ id }) => id !== 'total').map(({ id }) => `requests.received.${id}`);

const BREAKDOWNS: Readonly<Record<string, Breakdown>> = {
  'requests.closed': {
    parts: [...GRANTED, WHOLE_OR_PART, ...REST],
    joint: { metric: WHOLE_OR_PART, of: GRANTED },
    complete: [
      [WHOLE_OR_PART, ...REST],
      [...GRANTED, ...REST],
    ],
    wholes: closedWholes,
  },
  'requests.received': {
    parts: applicants,
    complete: [applicants],
    wholes: (value) => defined(value('requests.received')),
  },
  'remedies.reconsideration': remedyParts('reconsideration'),
  'remedies.litigation': remedyParts('litigation'),
};

const judge = (_report: unknown, subject: string, context: CheckContext): Judgement => {
  const breakdown = BREAKDOWNS[subject];
  if (!breakdown) return UNKNOWN;
  const parts = partsOf(breakdown, context);
  if (parts.length < 2) return UNKNOWN;
  // 市本级收到410件，全市收到3119件，其中…: the parts are of what has their own scope.
  const { scope } = parts[0]!;
  const value = (metric: string): number | undefined =>
    claimsOf(metric, context).find((claim) => isExact(claim) && claim.scope === scope)?.value;
  const wholes = breakdown.wholes(value);
  if (wholes.length === 0) return UNKNOWN;
  const sum = parts.reduce((total, part) => total + part.value, 0);
  if (wholes.includes(sum)) return PASS;
  const said = new Set(parts.map(({ metric }) => metric));
  const complete = breakdown.complete.some((metrics) => metrics.every((metric) => said.has(metric)));
  if (!complete && sum < Math.max(...wholes)) return UNKNOWN;
  const name = metricName(subject);
  const shown = parts.map((part) => part.value).join(' + ');
  return failed({
    message: {
      zh: `正文所列各部分 ${shown} = ${sum}，与正文所说的总数（${name.zh}）${wholes[0]} 不符。`,
      en: `The parts that the narrative lists, ${shown} = ${sum}, do not make up the whole it states for ${name.en}: ${wholes[0]}.`,
    },
    operands: parts.map(claimOperand),
    expected: wholes[0] ?? null,
    actual: sum,
  });
};

/** What the text itself calls parts (其中…), none of them within another: 予以公开或部分公开10件（予以公开8件…）. */
const partsOf = ({ parts, joint }: Breakdown, context: CheckContext): readonly Claim[] => {
  const said: Claim[] = [];
  for (const metric of parts) {
    const [first] = claimsOf(metric, context);
    if (first && isExactPart(first)) said.push(first);
  }
  const together = said.some(({ metric }) => metric === joint?.metric);
  return together ? said.filter(({ metric }) => !joint?.of.includes(metric)) : said;
};

const isExactPart = (claim: Claim): boolean => claim.part === true && isExact(claim) && !claim.implied;

/** The parts that a sentence lists after 其中 make up the whole that it states. */
export const narrativeBreakdown: Rule = {
  id: 'narrative/breakdown',
  severity: 'warning',
  title: { zh: '正文“其中”各部分之和等于其总数', en: 'The parts listed after 其中 add up to their whole' },
  why: {
    zh: '正文自己列出的各部分，合起来不能多于总数；各种情形都列全的，应当正好等于总数。',
    en: 'The parts that a text lists cannot exceed its whole, and must equal it where no kind is left out.',
  },
  clause: ARTICLE_50,
  blank: {
    zh: '没有总数、没有列全而又不超过总数的，不作判断；一部分自己又分项列出的，只算一次。',
    en: 'Not judged without a whole, or where the list may be incomplete and stays below the whole. A part that is broken down in turn counts once.',
  },
  subjects: Object.keys(BREAKDOWNS),
  judge,
  examples: [
    {
      says: { zh: '复议 351 件，其中 72、64、178、37', en: '351 cases: 72, 64, 178 and 37' },
      report: {
        claims: [
          { metric: 'remedies.reconsideration', value: 351 },
          { metric: 'remedies.reconsideration.upheld', value: 72, part: true },
          { metric: 'remedies.reconsideration.corrected', value: 64, part: true },
          { metric: 'remedies.reconsideration.other', value: 178, part: true },
          { metric: 'remedies.reconsideration.pending', value: 37, part: true },
        ],
      },
      subject: 'remedies.reconsideration',
      outcome: 'pass',
    },
    {
      says: {
        zh: '收到 23 件，其中自然人 22、商业企业 3',
        en: '23 received, of these 22 from persons and 3 from businesses',
      },
      report: {
        claims: [
          { metric: 'requests.received', value: 23 },
          { metric: 'requests.received.naturalPerson', value: 22, part: true },
          { metric: 'requests.received.business', value: 3, part: true },
        ],
      },
      subject: 'requests.received',
      outcome: 'fail',
    },
    {
      says: {
        zh: '办结 20 件，其中予以公开或部分公开 10（予以公开 8，部分公开 2）、不予公开 10',
        en: '20 closed: 10 granted in whole or part (8 in whole, 2 in part) and 10 refused',
      },
      report: {
        claims: [
          { metric: 'requests.closed', value: 20 },
          { metric: 'requests.grantedInWholeOrPart', value: 10, part: true },
          { metric: 'requests.granted', value: 8, part: true },
          { metric: 'requests.partiallyGranted', value: 2, part: true },
          { metric: 'requests.refused', value: 10, part: true },
        ],
      },
      subject: 'requests.closed',
      outcome: 'pass',
    },
    {
      says: { zh: '只列出一部分', en: 'Only some kinds are listed' },
      report: {
        claims: [
          { metric: 'requests.closed', value: 20 },
          { metric: 'requests.granted', value: 9, part: true },
          { metric: 'requests.refused', value: 3, part: true },
        ],
      },
      subject: 'requests.closed',
      outcome: 'unknown',
    },
  ],
};
