import { anyOf } from './concept-set.ts';
import { before, type Counted, claim, isLitigation } from './counted.ts';
import { lastOf } from './reading.ts';
import type { RemedyId } from './state.ts';
import type { Token } from './token.ts';
import { isCountedWithin } from './whole.ts';

export const REMEDY = anyOf('reconsideration', 'litigation');
const RECONSIDERATION = anyOf('reconsideration');
const LITIGATION = anyOf('litigation');
const DISCLOSURE = anyOf('request', 'topic');
const DISCLOSURE_OR_REQUEST = DISCLOSURE.plus('bareRequest');
const ALL = anyOf('all');
const HEARING = anyOf('hearing');
const PART = anyOf('part');
const ONE_ROUTE = anyOf('oneRoute');

/** 行政复议2件; 行政复议、行政诉讼各1件. A sum of both says nothing of either, unless it is 0. */
export const readRemedies = (counted: Counted, head: number): void => {
  const { tokens, from, place, count, state } = counted;
  const token = tokens[head]!;
  const weak = token.id === 'weak' && state.topic !== 'remedy';
  if (weak && lastOf(tokens, 0, place, DISCLOSURE_OR_REQUEST) < 0) return;
  const other = lastOf(tokens, from, head, token.concept === 'litigation' ? RECONSIDERATION : LITIGATION);
  if (other < 0) {
    claimRemedy(counted, token);
    return;
  }
  const each = count.quantity.value === 0 || lastOf(tokens, head, place, ALL) >= 0;
  if (!each) return;
  claimRemedy(counted, tokens[other]!);
  claimRemedy(counted, token);
};

/** 作为复议机关办理行政复议120件 are heard by the office; 被申请行政复议12件 are its own. */
const isHeard = ({ segment, state }: Counted, { concept }: Token): boolean =>
  segment.concepts.meets(HEARING) ||
  (state.hearing && concept === 'reconsideration' && !segment.tokens.some(({ id }) => id === 'against'));

/** Cases about disclosure, not those that a legal office handles, nor those only filed with it. */
export const claimRemedy = (counted: Counted, token: Token): void => {
  const { segment, state, count } = counted;
  const about = segment.concepts.meets(DISCLOSURE);
  if (isHeard(counted, token)) {
    state.remedy = null;
    return;
  }
  if (state.filed || (state.otherField && !about)) return;
  const remedy = token.concept as RemedyId;
  // 维持9件（行政复议6件，行政诉讼3件）: cases of one result.
  if (!isCountedWithin(state.whole, `remedies.${remedy}`)) return;
  // 行政复议5件、行政诉讼0件，其中2件维持: there is only one kind that can have results.
  if (count.quantity.value > 0 || state.remedy === null) {
    state.bothRemedies = state.remedy !== null && state.remedy !== remedy && !state.remedyTold;
    state.remedyTold = false;
    state.remedy = remedy;
  }
  state.topic = 'remedy';
  state.part = false;
  claim(counted, `remedies.${remedy}`);
};

/** 行政诉讼26件，复议后起诉20件: the 26 may be both routes, or the other one. After 其中 they are both. */
export const readOneRoute = ({ segment, state }: Counted, { id }: Token): void => {
  const within = segment.concepts.meets(PART) || (state.part && !state.remedyTold);
  state.remedy = null;
  if (id !== 'after' || within) return;
  state.besideRoute = true;
  for (const [at, found] of state.found.entries()) {
    if (isLitigation(found.metric)) state.found[at] = { ...found, eitherRoute: true };
  }
};

/** 结果维持72件: of the cases spoken of last. */
export const readResult = (counted: Counted, id: string): void => {
  const { state, place } = counted;
  if (!state.remedy || state.bothRemedies || before(counted, place, ONE_ROUTE) >= 0) return;
  state.remedyTold = true;
  claim(counted, `remedies.${state.remedy}.${id}`);
};
