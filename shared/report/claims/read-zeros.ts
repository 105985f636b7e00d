import { anyOf } from './concept-set.ts';
import { claimImplied } from './counted.ts';
import { DECISIONS, DOCUMENTS } from './read-documents.ts';
import { REMEDY } from './read-remedies.ts';
import { areAll, holds, lastOf, type Segment, tokenBefore, type Words, wordsOf } from './reading.ts';
import type { RemedyId, State } from './state.ts';
import type { Concept, Token } from './token.ts';
import { isPartOfYear } from './when.ts';

const NOT = anyOf('not');
const HISTORY = anyOf('history');
const NUMBER = anyOf('count', 'cash', 'quantity', 'share');

/** A negation, and what it reaches. */
interface Denial {
  readonly segment: Segment;
  /** Place of the negation in its clause. */
  readonly first: number;
  /** What is denied. */
  readonly said: Words;
  /** The clauses that it reaches. */
  readonly range: { readonly start: number; readonly end: number };
  readonly state: State;
}

const claimNone = ({ state, range }: Denial, metric: string, unit = '件'): void =>
  claimImplied(state, metric, 0, unit, range);

/** Reads zeros said in words: 未收到申请, 没有引发行政复议, 无下年度结转. */
export const readZeros = (segments: readonly Segment[], at: number, state: State): void => {
  const segment = segments[at]!;
  const { tokens, concepts, start, end } = segment;
  if (!concepts.meets(NOT) || concepts.meets(HISTORY)) return;
  const first = tokens.findIndex(({ concept }) => concept === 'not');
  if (isPartOfYear(tokens, first, state)) return;
  const said = scopeOf(segments, at, first);
  if (said.concepts.meets(NUMBER)) return;
  const range = { start, end: Math.max(end, said.tokens.at(-1)?.end ?? 0) };
  const denial: Denial = { segment, first, said, range, state };
  readNoneCarried(denial);
  if (state.past) return;
  readNoRemedies(denial);
  readNoRequests(denial);
  readNoFees(denial);
  readNoDocuments(denial);
};

const LINKS = anyOf('exist', 'cause', 'and', 'filler', 'submit');
const TELLS_MORE = NUMBER.plus('not', 'result', 'close', 'finish', 'handle');

/** What a negation reaches: its clause, and clauses after it that only go on with the list. */
const scopeOf = (segments: readonly Segment[], at: number, first: number): Words => {
  const { tokens, concepts } = wordsOf(segments[at]!.tokens.slice(first + 1));
  for (let next = at + 1; next < segments.length; next++) {
    const segment = segments[next]!;
    const lead = segment.tokens.find((token) => !LINKS.has(token));
    const goesOn =
      segment.mark === ',' && lead !== undefined && REMEDY.has(lead) && !segment.concepts.meets(TELLS_MORE);
    if (!goesOn) break;
    tokens.push(...segment.tokens);
    concepts.addAll(segment.concepts);
  }
  return { tokens, concepts };
};

const RESULT = anyOf('result');
const TRAILS = anyOf('filler', 'exist');
const BESIDE_NOT = anyOf('filler', 'all', 'group', 'exist');
const DISCLOSURE = anyOf('request', 'topic');

/** The cases that a negation before them or after them denies: 未发生行政复议; 行政复议、行政诉讼均无. */
const remediesDenied = ({ segment: { tokens }, first, said }: Denial): Token[] => {
  if (said.concepts.meets(REMEDY)) return said.tokens.filter((token) => REMEDY.has(token));
  const before = lastOf(tokens, 0, first, REMEDY);
  const trails =
    before >= 0 &&
    areAll(said.tokens, 0, said.tokens.length, TRAILS) &&
    areAll(tokens, before + 1, first, BESIDE_NOT);
  return trails ? tokens.slice(0, first).filter((token) => REMEDY.has(token)) : [];
};

/** 未发生因政府信息公开引发的行政复议、行政诉讼. */
const readNoRemedies = (denial: Denial): void => {
  const { segment, said, state } = denial;
  if (said.concepts.meets(RESULT) || state.hearing) return;
  const named = remediesDenied(denial);
  if (named.length === 0) return;
  const about = segment.concepts.meets(DISCLOSURE);
  if (state.otherField && !about) return;
  const strong = about || state.topic === 'request' || named.some(({ id }) => id !== 'weak');
  if (!strong) return;
  state.topic = 'remedy';
  for (const id of new Set(named.map(({ concept }) => concept as RemedyId)))
    claimNone(denial, `remedies.${id}`);
};

const CARRY = anyOf('carry');

/** 无下年度结转; 无结转2024年继续办理件; 2022年未结转申请. */
const readNoneCarried = (denial: Denial): void => {
  const { said, state } = denial;
  if (!said.concepts.meets(CARRY)) return;
  const carry = said.tokens.find(({ concept }) => concept === 'carry')!;
  const year = said.tokens.find(({ concept }) => concept === 'year');
  if (carry.id === '' && !year && !state.past) return;
  const next = carry.id === 'next' || (carry.id === '' && year !== undefined && year.start > carry.start);
  claimNone(denial, next ? 'requests.carriedForward' : 'requests.carriedOver');
};

const REQUEST = anyOf('request', 'bareRequest');
const CAUSE = anyOf('cause');
const OTHER_DEED = REMEDY.plus('handle', 'close', 'finish', 'licensing', 'charge', 'carry');
const PASSED_OVER = anyOf('filler', 'exist', 'group');
const OTHER_THING = anyOf(
  'foreign',
  'receive',
  'close',
  'handle',
  'ignore',
  'result',
  'fee',
  'money',
  'charge',
);
const RECEIVED = anyOf('receive', 'submit');
const SUBMIT = anyOf('submit');
const SUCH = anyOf('such', 'and');
const BEFORE_BARE = anyOf('receive', 'filler', 'sum', 'exist', 'all');

/** 未收到**涉及商业秘密**的申请; 未收到**通过传真**提交的申请: none of some kind, and perhaps of others. */
const areSome = (said: readonly Token[], request: number): boolean => {
  const routes = said.slice(0, request).filter(({ concept }) => concept === 'route');
  if (routes.length === 1 && !holds(said, 0, request, SUCH)) return true;
  return said.some(({ concept, id, end }, at) => {
    const unknown = concept === 'cause' && id === 'field' && said[at + 1]?.start !== end;
    return unknown && at < request;
  });
};

/** 未收到政府信息公开申请; 无依申请公开. */
const readNoRequests = (denial: Denial): void => {
  const { segment, first, said, state } = denial;
  if (state.part || state.receivedHere || !said.concepts.meets(REQUEST) || said.concepts.meets(CARRY)) return;
  const { tokens } = said;
  const { length } = tokens;
  const at = tokens.findIndex((token) => REQUEST.has(token));
  const request = tokens[at]!;
  if (holds(tokens, 0, at, CAUSE) && holds(tokens, at + 1, length, REMEDY)) return;
  if (holds(tokens, 0, at, OTHER_DEED) || areSome(tokens, at)) return;
  const follower = tokens.find((token, place) => place > at && !PASSED_OVER.has(token));
  if (follower && REMEDY.has(follower) && follower.start === request.end) return;
  if (follower && OTHER_THING.has(follower)) return;
  const received = holds(tokens, 0, at, RECEIVED) || holds(tokens, at + 1, length, SUBMIT);
  if (request.concept === 'bareRequest') {
    const beside = tokenBefore(tokens, at)?.end === request.start && areAll(tokens, 0, at, BEFORE_BARE);
    if (!received || !beside || state.topic === 'other') return;
  } else if (!received && !isDirect(segment.tokens[first]!, tokens, at)) return;
  state.topic = 'request';
  state.receivedHere = true;
  state.received = 0;
  claimNone(denial, 'requests.received');
};

const BETWEEN = anyOf('exist', 'filler', 'sum', 'all', 'receive', 'submit', 'thisYear', 'not');

/** Nothing unknown between 无 and what there is none of. */
const isDirect = (negation: Token, said: readonly Token[], target: number): boolean => {
  let edge = negation.end;
  for (let at = 0; at <= target; at++) {
    if (said[at]!.start !== edge) return false;
    edge = said[at]!.end;
  }
  return areAll(said, 0, target, BETWEEN);
};

const FEE = anyOf('fee');
const CHARGE = anyOf('fee', 'charge', 'money');
const OTHER_CHARGE = anyOf('foreign', 'licensing');

/** 未收取信息处理费; 未向申请人收取任何费用; 无收费情况. */
const readNoFees = (denial: Denial): void => {
  const { segment, first, said, state } = denial;
  if (!segment.concepts.meets(CHARGE) && !said.concepts.meets(CHARGE)) return;
  const trailing = areAll(said.tokens, 0, said.tokens.length, TRAILS);
  const { concepts } = trailing ? wordsOf(segment.tokens.slice(0, first)) : said;
  if (!concepts.meets(CHARGE) || concepts.meets(OTHER_CHARGE)) return;
  const about = concepts.meets(FEE) || segment.concepts.meets(DISCLOSURE) || state.topic === 'request';
  if (about) claimNone(denial, 'fees.processing', '元');
};

const KINDS: Partial<Record<Concept, string>> = { issue: 'issued', repeal: 'repealed' };
const PUBLISHED = anyOf('disclose', 'publish', 'foreign');
const DECIDE = anyOf('decide');
const DOCUMENT = anyOf('regulation', 'normative');
const DECISION = anyOf('licensing', 'penalty', 'coercion');

/** 未制发规范性文件; 未作出行政强制决定. */
const readNoDocuments = (denial: Denial): void => {
  const { tokens, concepts } = denial.said;
  if (concepts.meets(PUBLISHED)) return;
  if (concepts.meets(DECIDE)) {
    if (!concepts.meets(DECISION)) return;
    for (const { concept } of tokens) if (DECISIONS[concept]) claimNone(denial, DECISIONS[concept]);
    return;
  }
  if (!concepts.meets(DOCUMENT)) return;
  const kinds = tokens.flatMap(({ concept }) => KINDS[concept] ?? []);
  for (const { concept } of tokens) {
    const id = DOCUMENTS[concept];
    if (id) for (const kind of kinds) claimNone(denial, `disclosure.${id}.${kind}`);
  }
};
