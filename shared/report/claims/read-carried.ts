import { anyOf } from './concept-set.ts';
import { before, type Counted, claim } from './counted.ts';
import { firstOf } from './reading.ts';
import type { Token } from './token.ts';
import { isPartOfYear } from './when.ts';

export type Direction = 'over' | 'forward';

/** What may stand between 结转 and its number: the requests, their handling, and the year. */
const BETWEEN = anyOf(
  'request',
  'bareRequest',
  'handle',
  'receive',
  'close',
  'finish',
  'lastYear',
  'nextYear',
  'year',
  'filler',
  'sum',
  'exist',
  'all',
  'approx',
  'group',
);
const CARRY = anyOf('carry');
const LAST_YEAR = anyOf('lastYear');
const NEXT_YEAR = anyOf('nextYear');
const YEAR = anyOf('year');
const ANY_YEAR = anyOf('year', 'lastYear', 'nextYear');

const isContiguous = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    if (tokens[at]!.end !== tokens[at + 1]!.start) return false;
    if (at > from && !BETWEEN.has(tokens[at]!)) return false;
  }
  return true;
};

/** The direction of 结转 before the number: 上年结转3件, 结转下年度继续办理3件, 2022年结转的3件. */
export const carryBefore = (counted: Counted): Direction | undefined => {
  const at = before(counted, counted.place, CARRY);
  if (at < 0 || !isContiguous(counted.tokens, at, counted.place)) return undefined;
  return directionOf(counted, at, counted.place);
};

/** From last year, or to the next: told by the word itself, else by the year beside it. */
export const directionOf = (counted: Counted, at: number, limit: number): Direction | undefined => {
  const { tokens, state } = counted;
  const { id } = tokens[at]!;
  if (id !== '') return id === 'next' ? 'forward' : 'over';
  if (firstOf(tokens, at + 1, limit, NEXT_YEAR)) return 'forward';
  if (firstOf(tokens, at + 1, limit, LAST_YEAR)) return 'over';
  const target = firstOf(tokens, at + 1, limit, YEAR);
  if (target) return state.year > 0 && target.quantity.value <= state.year ? 'over' : 'forward';
  const origin = before(counted, at, ANY_YEAR);
  if (origin >= 0) {
    const token = tokens[origin]!;
    if (token.concept === 'nextYear') return 'forward';
    if (token.concept === 'lastYear' || token.quantity.value < state.year || state.year === 0) return 'over';
  }
  return state.found.some(({ metric }) => metric === 'requests.closed') ? 'forward' : undefined;
};

export const claimCarried = (counted: Counted, direction: Direction): void => {
  const { state, count, tokens, place } = counted;
  // 上年同期收到2980件，结转下年34件: what was carried into this year.
  if (state.history || (direction === 'forward' && (state.past || isPartOfYear(tokens, place, state))))
    return;
  state.carried ||= count.quantity.value > 0;
  claim(counted, direction === 'over' ? 'requests.carriedOver' : 'requests.carriedForward');
};
