import { type Counted, is } from './counted.ts';
import { lastOf, type Segment } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

const isWhen = is('period', 'thisYear', 'year');

/** Whether words up to `place` speak of part of the year: 上半年, 一季度, 1月至6月. */
export const isPartOfYear = (tokens: readonly Token[], place: number, state: State): boolean => {
  const at = lastOf(tokens, 0, place, isWhen);
  const token = tokens[at];
  if (token === undefined) return state.partYear;
  if (token.concept !== 'period') return false;
  if (token.id === 'half' && state.halfYearly) return false;
  // 截至2025年1月底: after the year of the report.
  const year = tokens[at - 1];
  return !(token.id === 'until' && year?.concept === 'year' && state.year > 0 && year.value > state.year);
};

const isDone = is('receive', 'close', 'finish', 'handle', 'disclose', 'publish');

/** The part of the year goes on in the next clause where this one counts what was done, or only names it: 第三季度，收到. */
export const leavePartOfYear = ({ tokens, end }: Segment, state: State): void => {
  const last = tokens.findLast(isWhen);
  const counts = tokens.some(is('count')) && tokens.some(isDone);
  const goesOn = last?.concept !== 'period' || last.end === end || counts;
  state.partYear = goesOn && isPartOfYear(tokens, tokens.length, state);
};

/** 上年同期收到2980件，办结2946件: what follows is last year's too, unless it is compared with or carried from. */
export const isLastYears = (tokens: readonly Token[], at: number): boolean =>
  !tokens.some(is('compare', 'change', 'carry', 'not')) &&
  tokens.slice(at + 1).some(is('receive')) &&
  tokens.slice(at + 1).some(is('count'));

/** Another year, part of one, all years, or a comparison: the number is not this year's. */
export const isElsewhen = ({ tokens, place, from, state }: Counted): boolean => {
  if (state.past || state.history || isPartOfYear(tokens, place, state)) return true;
  for (let at = from; at < place; at++) {
    const token = tokens[at]!;
    if (token.concept === 'change' || token.concept === 'lastYear') return true;
    if (token.concept === 'compare' && (token.id === 'word' || is('lastYear', 'year')(tokens[at + 1]!)))
      return true;
  }
  return false;
};

/** A text that speaks of a half year and of nothing longer counts that half year, as a half-yearly bulletin does. */
export const isHalfYearly = (texts: readonly string[]): boolean =>
  texts.some((text) => /\d年上半年/.test(text)) &&
  !texts.some((text) => /全年|年度|年报|[1１][2２]\s*月|下半年|季度/.test(text));
