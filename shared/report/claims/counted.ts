import { headBefore, lastOf, type Segment } from './reading.ts';
import { rangeOf, type Side } from './side.ts';
import type { Found, State } from './state.ts';
import type { Concept, Token } from './token.ts';
import { isCountedWithin, widenGranted } from './whole.ts';

/** A test for tokens of any of these meanings. */
export const is = (...concepts: readonly Concept[]): ((token: Token) => boolean) => {
  const [only] = concepts;
  return concepts.length === 1
    ? ({ concept }) => concept === only
    : ({ concept }) => concepts.includes(concept);
};

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
export const before = (counted: Counted, at: number, ...concepts: readonly Concept[]): number =>
  lastOf(counted.tokens, counted.from, at, is(...concepts));

const NOUNS = is(
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

/** The percentage said beside the number: 258件，占33.9%; 208件（17.46%）. */
const shareOf = ({ tokens, place, limit, next }: Counted): { share?: string } => {
  const after = tokens.slice(place + 1, limit);
  const brackets = after[0]?.concept === 'group' ? (after[0].inner ?? []) : [];
  const following = next && next.mark !== ';' && limit === tokens.length ? next.tokens : [];
  const said = [after, brackets, following].find(
    ([first]) => first !== undefined && is('portion', 'share')(first),
  );
  const share = said?.find(is('share', 'count'));
  return share?.concept === 'share' ? { share: share.id } : {};
};

/** Says whose and of which kind a claim is, as the sentence has told. */
export const marksOf = ({ narrower, level, reach }: State): Pick<Found, 'narrower' | 'reach'> => ({
  ...((narrower || level) && { narrower: true }),
  ...(reach && !level && { reach }),
});

/** What 余, 约, 近 and the precision of a printed number leave open. */
export const vaguenessOf = (
  tokens: readonly Token[],
  place: number,
): Pick<Found, 'approximate' | 'precision' | 'range'> => {
  const { value, precision, approximate, side } = tokens[place]!;
  const { about } = headBefore(tokens, place);
  // 约3200余 and 近3200余 say no side.
  const told = about && approximate ? undefined : about ? (about.id as Side | '') : side;
  const range = told ? rangeOf(told, value, precision) : undefined;
  return {
    ...((approximate || about) && { approximate: true }),
    ...(precision > 1 && { precision }),
    ...(range && { range }),
  };
};

/** `remedies.litigation`, and its results. */
export const isLitigation = (metric: string): boolean => metric.startsWith('remedies.litigation');

/** Claims the number for a metric, unless it is only of a part; the clause is its quotation. */
export const claim = (counted: Counted, metric: string): void => {
  const { tokens, state, count, place, segment } = counted;
  if (!isCountedWithin(state.whole, metric)) return;
  if (state.otherMatters && metric.startsWith('requests.')) return;
  widenGranted(state, metric);
  state.found.push({
    metric,
    value: count.value,
    unit: count.unit || '件',
    start: segment.start,
    end: segment.end,
    ...vaguenessOf(tokens, place),
    ...(state.part && { part: true }),
    ...(state.besideRoute && isLitigation(metric) && { eitherRoute: true }),
    ...marksOf(state),
    ...shareOf(counted),
  });
};

/** Claims a number that the words imply: 未收到申请, 均为自然人. */
export const claimImplied = (
  state: State,
  metric: string,
  value: number,
  unit: string,
  { start, end }: { readonly start: number; readonly end: number },
): void => {
  if (!isCountedWithin(state.whole, metric)) return;
  state.found.push({ metric, value, unit, start, end, implied: true, ...marksOf(state) });
};
