import { before, type Counted, claim, is, isLitigation } from './counted.ts';
import { lastOf } from './reading.ts';
import type { RemedyId } from './state.ts';
import type { Token } from './token.ts';
import { isCountedWithin } from './whole.ts';

export const isRemedy = is('reconsideration', 'litigation');

/** 行政复议2件; 行政复议、行政诉讼各1件. A sum of both says nothing of either, unless it is 0. */
export const readRemedies = (counted: Counted, head: number): void => {
  const { tokens, from, place, count, state } = counted;
  const token = tokens[head]!;
  if (
    token.id === 'weak' &&
    state.topic !== 'remedy' &&
    lastOf(tokens, 0, place, is('request', 'topic', 'bareRequest')) < 0
  ) {
    return;
  }
  const other = lastOf(tokens, from, head, (beside) => isRemedy(beside) && beside.concept !== token.concept);
  if (other < 0) {
    claimRemedy(counted, token);
    return;
  }
  const each = count.value === 0 || lastOf(tokens, head, place, is('all')) >= 0;
  if (!each) return;
  claimRemedy(counted, tokens[other]!);
  claimRemedy(counted, token);
};

/** 作为复议机关办理行政复议120件 are heard by the office; 被申请行政复议12件 are its own. */
const isHeard = ({ tokens, state }: Counted, { concept }: Token): boolean =>
  tokens.some(is('hearing')) ||
  (state.hearing && concept === 'reconsideration' && !tokens.some(({ id }) => id === 'against'));

/** Cases about disclosure, not those that a legal office handles, nor those only filed with it. */
export const claimRemedy = (counted: Counted, token: Token): void => {
  const { tokens, state, count } = counted;
  const about = tokens.some(is('request', 'topic'));
  if (isHeard(counted, token)) {
    state.remedy = null;
    return;
  }
  if (state.filed || (state.otherField && !about)) return;
  const remedy = token.concept as RemedyId;
  // 维持9件（行政复议6件，行政诉讼3件）: cases of one result.
  if (!isCountedWithin(state.whole, `remedies.${remedy}`)) return;
  // 行政复议5件、行政诉讼0件，其中2件维持: there is only one kind that can have results.
  if (count.value > 0 || state.remedy === null) {
    state.bothRemedies = state.remedy !== null && state.remedy !== remedy && !state.remedyTold;
    state.remedyTold = false;
    state.remedy = remedy;
  }
  state.topic = 'remedy';
  state.part = false;
  claim(counted, `remedies.${remedy}`);
};

/** 行政诉讼26件，复议后起诉20件: the 26 may be both routes, or the other one. After 其中 they are both. */
export const readOneRoute = ({ tokens, state }: Counted, { id }: Token): void => {
  const within = tokens.some(is('part')) || (state.part && !state.remedyTold);
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
  if (!state.remedy || state.bothRemedies || before(counted, place, 'oneRoute') >= 0) return;
  state.remedyTold = true;
  claim(counted, `remedies.${state.remedy}.${id}`);
};
