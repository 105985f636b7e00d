import { anyOf, type ConceptSet } from './concept-set.ts';
import { firstOf, headBefore, lastOf, type Segment } from './reading.ts';
import { rangeOf, type Side } from './side.ts';
import type { Found, State } from './state.ts';
import type { Token } from './token.ts';
import { isCountedWithin, widenGranted } from './whole.ts';

/** One number in its clause. */
export interface Counted {
  readonly tokens: readonly Token[];
  /** Place of the number in the clause. */
  readonly place: number;
  readonly count: Token;
  /** What belongs to the number lies after the number before it, */
  readonly from: number;
  /** and before the number after it. */
  readonly limit: number;
  readonly segment: Segment;
  readonly next: Segment | undefined;
  readonly state: State;
}

/** The nearest of these before `at`, not before the number before; negative where there is none. */
export const before = ({ tokens, from }: Counted, at: number, wanted: ConceptSet): number =>
  lastOf(tokens, from, at, wanted);

const NOUNS = anyOf(
  'request',
  'bareRequest',
  'reconsideration',
  'litigation',
  'oneRoute',
  'regulation',
  'normative',
  'licensing',
  'penalty',
  'coercion',
  'info',
  'fee',
  'foreign',
  'topic',
  'title',
);

/** The noun that ends what follows the number, known to the tables or not: 8份**政府信息公开申请**. */
export const nounAfter = ({ tokens, place, limit }: Counted): number =>
  lastOf(tokens, place + 1, limit, NOUNS);

const BEGINS_SHARE = anyOf('portion', 'share');
const SHARE_OR_COUNT = anyOf('share', 'count');

const beginsShare = (token: Token | undefined): boolean => token !== undefined && BEGINS_SHARE.has(token);

const shareIn = (tokens: readonly Token[], from: number, limit: number): string | undefined => {
  const share = firstOf(tokens, from, limit, SHARE_OR_COUNT);
  return share?.concept === 'share' ? share.id : undefined;
};

/** The percentage said beside the number: 258件，占33.9%; 208件（17.46%）. */
const shareOf = ({ tokens, place, limit, next }: Counted): string | undefined => {
  const beside = place + 1 < limit ? tokens[place + 1] : undefined;
  if (beginsShare(beside)) return shareIn(tokens, place + 1, limit);
  const brackets = beside?.concept === 'group' ? beside.inner : undefined;
  if (brackets && beginsShare(brackets[0])) return shareIn(brackets, 0, brackets.length);
  const following = next && next.mark !== ';' && limit === tokens.length ? next.tokens : undefined;
  if (following && beginsShare(following[0])) return shareIn(following, 0, following.length);
  return undefined;
};

/** A claim of a number, with the marks of its sentence. */
const newFound = (
  metric: string,
  value: number,
  unit: string,
  { start, end }: { readonly start: number; readonly end: number },
  { narrower, level, reach }: State,
): Found => ({
  metric,
  value,
  unit,
  start,
  end,
  implied: false,
  approximate: false,
  precision: 1,
  range: undefined,
  part: false,
  share: undefined,
  narrower: narrower || level,
  eitherRoute: false,
  reach: level ? null : reach,
});

/** What the number at `place` says of a metric, with what 余, 约, 近 and its precision leave open. */
export const statedAt = (metric: string, segment: Segment, place: number, state: State): Found => {
  const { value, unit, precision, approximate, side } = segment.tokens[place]!.quantity;
  const { about } = headBefore(segment.tokens, place);
  // 约3200余 and 近3200余 say no side.
  const told = about && approximate ? undefined : about ? (about.id as Side | '') : side;
  const found = newFound(metric, value, unit || '件', segment, state);
  found.approximate = approximate || about !== undefined;
  found.precision = precision;
  found.range = told ? rangeOf(told, value, precision) : undefined;
  return found;
};

/** `remedies.litigation`, and its results. */
export const isLitigation = (metric: string): boolean => metric.startsWith('remedies.litigation');

/** Claims the number for a metric, unless it is only of a part; the clause is its quotation. */
export const claim = (counted: Counted, metric: string): void => {
  const { state, place, segment } = counted;
  if (!isCountedWithin(state.whole, metric)) return;
  if (state.otherMatters && metric.startsWith('requests.')) return;
  widenGranted(state, metric);
  const found = statedAt(metric, segment, place, state);
  found.part = state.part;
  found.share = shareOf(counted);
  found.eitherRoute = state.besideRoute && isLitigation(metric);
  state.found.push(found);
};

/** Claims a number that the words imply: 未收到申请, 均为自然人. */
export const claimImplied = (
  state: State,
  metric: string,
  value: number,
  unit: string,
  place: { readonly start: number; readonly end: number },
): void => {
  if (!isCountedWithin(state.whole, metric)) return;
  const found = newFound(metric, value, unit, place, state);
  found.implied = true;
  state.found.push(found);
};
