import { anyOf } from './concept-set.ts';
import type { Counted } from './counted.ts';
import { firstOf, lastOf, type Segment, tokenBefore, type Words } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

const WHEN = anyOf('period', 'thisYear', 'year');

/** Whether words up to `place` speak of part of the year: 上半年, 一季度, 1月至6月. */
export const isPartOfYear = (tokens: readonly Token[], place: number, state: State): boolean => {
  const at = lastOf(tokens, 0, place, WHEN);
  if (at < 0) return state.partYear;
  const token = tokens[at]!;
  if (token.concept !== 'period') return false;
  if (token.id === 'half' && state.halfYearly) return false;
  // 截至2025年1月底: after the year of the report.
  const year = tokenBefore(tokens, at);
  return !(
    token.id === 'until' &&
    year?.concept === 'year' &&
    state.year > 0 &&
    year.quantity.value > state.year
  );
};

const COUNT = anyOf('count');
const DONE = anyOf('receive', 'close', 'finish', 'handle', 'disclose', 'publish');

/** The part of the year goes on in the next clause where this one counts what was done, or only names it: 第三季度，收到. */
export const leavePartOfYear = ({ tokens, concepts, end }: Segment, state: State): void => {
  if (!concepts.meets(WHEN)) return;
  const last = tokens[lastOf(tokens, 0, tokens.length, WHEN)]!;
  const counts = concepts.meets(COUNT) && concepts.meets(DONE);
  const goesOn = last.concept !== 'period' || last.end === end || counts;
  state.partYear = goesOn && isPartOfYear(tokens, tokens.length, state);
};

const COMPARED_OR_CARRIED = anyOf('compare', 'change', 'carry', 'not');
const RECEIVE = anyOf('receive');

/** 上年同期收到2980件，办结2946件: what follows is last year's too, unless it is compared with or carried from. */
export const isLastYears = ({ tokens, concepts }: Words, at: number): boolean =>
  !concepts.meets(COMPARED_OR_CARRIED) &&
  firstOf(tokens, at + 1, tokens.length, RECEIVE) !== undefined &&
  firstOf(tokens, at + 1, tokens.length, COUNT) !== undefined;

/** Another year, part of one, all years, or a comparison: the number is not this year's. */
export const isElsewhen = ({ tokens, place, from, state }: Counted): boolean => {
  if (state.past || state.history || isPartOfYear(tokens, place, state)) return true;
  for (let at = from; at < place; at++) {
    const { concept, id } = tokens[at]!;
    if (concept === 'change' || concept === 'lastYear') return true;
    if (concept !== 'compare') continue;
    const next = tokens[at + 1]!;
    if (id === 'word' || next.concept === 'lastYear' || next.concept === 'year') return true;
  }
  return false;
};

/** A text that speaks of a half year and of nothing longer counts that half year, as a half-yearly bulletin does. */
export const isHalfYearly = (narrative: string): boolean =>
  narrative.includes('年上半年') &&
  /\d年上半年/.test(narrative) &&
  !/全年|年度|年报|[1１][2２]\s*月|下半年|季度/.test(narrative);
