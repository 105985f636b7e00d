import type { Quantity } from './quantity.ts';

/** What a word of the lexicon, a number or a mark means to the reader of claims. */
export const CONCEPTS = [
  // What is counted.
  'request', // 政府信息公开申请, 依申请公开
  'bareRequest', // 申请 alone: a request only where the verb beside it says so
  'reconsideration',
  'litigation',
  'hearing', // 作为复议机关: the cases are heard, not brought against the office
  'oneRoute', // 未经复议直接起诉, 复议后起诉: half of the litigation
  'regulation',
  'normative',
  'licensing',
  'penalty',
  'coercion',
  'info', // 政府信息
  'fee', // 信息处理费
  'money', // 费用 alone
  'applicant',
  'organization', // 法人或其他组织: more than one column
  'foreign', // something that the tables do not count
  // What became of it.
  'outcome',
  'result',
  'receive',
  'submit',
  'close',
  'finish',
  'handle',
  'carry',
  'issue',
  'repeal',
  'inForce',
  'decide',
  'charge',
  'active', // 主动
  'disclose', // 公开
  'publish', // 发布
  'topic', // 政府信息公开, 政务公开 as a field of work
  'register', // 备案: counted where it is handled
  // When, whose, how much.
  'year',
  'lastYear',
  'nextYear',
  'thisYear',
  'fresh', // 新增, 本年新
  'period', // 上半年, 1月至6月: part of a year
  'history',
  'compare',
  'portion', // 占, before a percentage
  'change',
  'part',
  'rest',
  'all',
  'exist',
  'not',
  'cause',
  'and',
  'sum',
  'such', // 等
  'approx',
  'filler',
  'represent',
  'wide',
  'own',
  'site',
  'channel',
  'route', // 网上, 信函, 当面: how requests come in
  'law', // 行政执法 and the like: another field's cases
  'ignore',
  // Numbers and marks.
  'count',
  'cash',
  'share',
  'quantity', // a number with a unit that no table counts in
  'title',
  'group',
  'mark',
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** What words mean. */
export interface Meaning {
  readonly concept: Concept;
  /** The concept's place among all: sets of concepts are looked up by it. */
  readonly kind: number;
  /** Which one of its concept, e.g. `granted` of `outcome`; the mark itself of `mark`. */
  readonly id: string;
}

/** A meaning with the place of its concept; made once for all tokens that have it. */
export const meaningOf = (concept: Concept, id = ''): Meaning => ({
  concept,
  kind: CONCEPTS.indexOf(concept),
  id,
});

export interface Token extends Meaning {
  /** In folded code units. */
  readonly start: number;
  readonly end: number;
  /** Of numbers; words have `NO_QUANTITY`. */
  readonly quantity: Quantity;
  /** What stands between brackets. */
  readonly inner: Token[] | undefined;
}
