import { anyOf } from './concept-set.ts';
import { headBefore, lastOf, type Segment } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

const DEALT_WITH = anyOf('receive', 'close', 'finish', 'handle');
const FOREIGN = anyOf('foreign');
const REQUEST = anyOf('request', 'bareRequest');
const OUTCOME = anyOf('outcome');
/** How long the name of whose they are may be: 120件**政协**提案. */
const WHOSE = 4;

/** 办结建议提案120件; 答复120件政协提案. */
const countsOthers = (tokens: readonly Token[]): boolean =>
  tokens.some((token, place) => {
    if (token.concept !== 'count') return false;
    const { head } = headBefore(tokens, place);
    const after = tokens[place + 1];
    const named =
      (head >= 0 && tokens[head]!.concept === 'foreign') ||
      (after !== undefined && after.start - token.end <= WHOSE && after.concept === 'foreign');
    return named && lastOf(tokens, 0, place, DEALT_WITH) >= 0;
  });

/** Whether the clause begins to count matters that are no requests, whose outcomes (其中予以公开110件) are not theirs. */
export const enterOtherMatters = ({ tokens, concepts, mark }: Segment, state: State): void => {
  const asked = concepts.meets(REQUEST);
  if (asked || (mark === ';' && tokens[0]!.concept !== 'part')) state.otherMatters = false;
  if (!asked && !state.part && !concepts.meets(OUTCOME)) {
    state.otherMatters ||= concepts.meets(FOREIGN) && countsOthers(tokens);
  }
};
