import { claimImplied, is } from './counted.ts';
import { DECISIONS } from './read-documents.ts';
import { isRemedy } from './read-remedies.ts';
import { lastOf, type Segment } from './reading.ts';
import type { RemedyId, State } from './state.ts';
import type { Concept, Token } from './token.ts';
import { isPartOfYear } from './when.ts';

const isNumber = is('count', 'cash', 'quantity', 'share');

interface Zero {
  readonly metric: string;
  readonly unit: string;
}

/** Reads zeros said in words: 未收到申请, 没有引发行政复议, 无下年度结转. */
export const readZeros = (segments: readonly Segment[], at: number, state: State): void => {
  const { tokens, start, end } = segments[at]!;
  const first = tokens.findIndex(is('not'));
  if (first < 0 || tokens.some(is('history')) || isPartOfYear(tokens, first, state)) return;
  const scope = scopeOf(segments, at, first);
  if (scope.some(isNumber)) return;
  const range = { start, end: Math.max(end, scope.at(-1)?.end ?? 0) };
  const found: Zero[] = [
    ...carriedIn(scope, state),
    ...(state.past ? [] : thisYearIn(tokens, first, scope, state)),
  ];
  for (const { metric, unit } of found) claimImplied(state, metric, 0, unit, range);
};

/** What a negation reaches: its clause, and clauses after it that only go on with the list. */
const scopeOf = (segments: readonly Segment[], at: number, first: number): Token[] => {
  const scope = segments[at]!.tokens.slice(first + 1);
  for (let next = at + 1; next < segments.length; next++) {
    const { tokens, mark } = segments[next]!;
    const lead = tokens.find((token) => !is('exist', 'cause', 'and', 'filler', 'submit')(token));
    const goesOn =
      mark === ',' &&
      lead !== undefined &&
      isRemedy(lead) &&
      !tokens.some((token) => isNumber(token) || is('not', 'result', 'close', 'finish', 'handle')(token));
    if (!goesOn) break;
    scope.push(...tokens);
  }
  return scope;
};

/** 未发生因政府信息公开引发的行政复议、行政诉讼; 行政复议、行政诉讼均无. */
const remediesIn = (
  tokens: readonly Token[],
  first: number,
  said: readonly Token[],
  state: State,
): Zero[] => {
  let named = said.filter(isRemedy);
  if (said.some(is('result')) || state.hearing) return [];
  const trailing = said.every(is('filler', 'exist'));
  if (named.length === 0 && trailing) {
    const before = lastOf(tokens, 0, first, isRemedy);
    if (
      before >= 0 &&
      !tokens.slice(before + 1, first).some((token) => !is('filler', 'all', 'group', 'exist')(token))
    ) {
      named = tokens.slice(0, first).filter(isRemedy);
    }
  }
  if (named.length === 0) return [];
  const about = tokens.some(is('request', 'topic'));
  if (state.otherField && !about) return [];
  const strong = named.some(({ id }) => id !== 'weak') || about || state.topic === 'request';
  if (!strong) return [];
  const ids = new Set(named.map(({ concept }) => concept as RemedyId));
  state.topic = 'remedy';
  return [...ids].map((id) => ({ metric: `remedies.${id}`, unit: '件' }));
};

/** 无下年度结转; 无结转2024年继续办理件; 2022年未结转申请. */
const carriedIn = (said: readonly Token[], state: State): Zero[] => {
  const carry = said.find(is('carry'));
  if (!carry) return [];
  const year = said.find(is('year'));
  const next = carry.id === 'next' || (carry.id === '' && year !== undefined && year.start > carry.start);
  if (carry.id === '' && !year && !state.past) return [];
  return [{ metric: next ? 'requests.carriedForward' : 'requests.carriedOver', unit: '件' }];
};

const thisYearIn = (
  tokens: readonly Token[],
  first: number,
  said: readonly Token[],
  state: State,
): Zero[] => [
  ...remediesIn(tokens, first, said, state),
  ...requestsIn(tokens, first, said, state),
  ...feesIn(tokens, first, said, state),
  ...documentsIn(said),
];

/** 未收到政府信息公开申请; 无依申请公开. */
const requestsIn = (
  tokens: readonly Token[],
  first: number,
  said: readonly Token[],
  state: State,
): Zero[] => {
  if (state.part || state.receivedHere || said.some(is('carry'))) return [];
  const at = said.findIndex(is('request', 'bareRequest'));
  if (at < 0) return [];
  const request = said[at]!;
  const before = said.slice(0, at);
  const after = said.slice(at + 1);
  if (before.some(is('cause')) && after.some(isRemedy)) return [];
  if (
    before.some(
      (token) => isRemedy(token) || is('handle', 'close', 'finish', 'licensing', 'charge', 'carry')(token),
    )
  )
    return [];
  const follower = after.find((token) => !is('filler', 'exist', 'group')(token));
  if (follower && isRemedy(follower) && follower.start === request.end) return [];
  if (
    follower &&
    is('foreign', 'receive', 'close', 'handle', 'ignore', 'result', 'fee', 'money', 'charge')(follower)
  )
    return [];
  const received = before.some(is('receive', 'submit')) || after.some(is('submit'));
  const direct = isDirect(tokens[first]!, before, request);
  if (request.concept === 'bareRequest') {
    const beside =
      received &&
      request.start === (before.at(-1)?.end ?? -1) &&
      before.every(is('receive', 'filler', 'sum', 'exist', 'all'));
    if (!beside || state.topic === 'other') return [];
  } else if (!received && !direct) return [];
  state.topic = 'request';
  state.receivedHere = true;
  state.received = 0;
  return [{ metric: 'requests.received', unit: '件' }];
};

/** Nothing unknown between 无 and what there is none of. */
const isDirect = (negation: Token, between: readonly Token[], target: Token): boolean => {
  let edge = negation.end;
  for (const token of [...between, target]) {
    if (token.start !== edge) return false;
    edge = token.end;
  }
  return between.every(is('exist', 'filler', 'sum', 'all', 'receive', 'submit', 'thisYear', 'not'));
};

/** 未收取信息处理费; 未向申请人收取任何费用; 无收费情况. */
const feesIn = (tokens: readonly Token[], first: number, said: readonly Token[], state: State): Zero[] => {
  const trailing = said.length === 0 || said.every(is('filler', 'exist'));
  const reached = trailing ? tokens.slice(0, first) : said;
  const fee = reached.some(is('fee'));
  const charge = reached.some(is('charge', 'money'));
  if (!fee && !charge) return [];
  if (reached.some((token) => is('foreign', 'licensing')(token))) return [];
  const about = fee || tokens.some(is('request', 'topic')) || state.topic === 'request';
  const zero = { metric: 'fees.processing', unit: '元' };
  return about && !reached.some((token) => token.concept === 'ignore' && token.id === 'otherFee')
    ? [zero]
    : [];
};

const KINDS: Partial<Record<Concept, string>> = { issue: 'issued', repeal: 'repealed' };

/** 未制发规范性文件; 未作出行政强制决定. */
const documentsIn = (said: readonly Token[]): Zero[] => {
  if (said.some(is('disclose', 'publish', 'foreign'))) return [];
  const kinds = said.flatMap(({ concept }) => KINDS[concept] ?? []);
  const documents = said.flatMap(({ concept }) =>
    concept === 'regulation' ? ['regulations'] : concept === 'normative' ? ['normativeDocuments'] : [],
  );
  if (said.some(is('decide'))) {
    return said.flatMap(({ concept }) => DECISIONS[concept] ?? []).map((metric) => ({ metric, unit: '件' }));
  }
  return documents.flatMap((id) => kinds.map((kind) => ({ metric: `disclosure.${id}.${kind}`, unit: '件' })));
};
