import { is } from './counted.ts';
import { headBefore, lastOf, type Segment } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

const isDealtWith = is('receive', 'close', 'finish', 'handle');
const isNumber = is('count');
/** How long the name of whose they are may be: 120件**政协**提案. */
const WHOSE = 4;

/** 办结建议提案120件; 答复120件政协提案. */
const countsOthers = (tokens: readonly Token[], going: boolean): boolean =>
  tokens.some((token, place) => {
    if (!isNumber(token)) return false;
    const { head } = headBefore(tokens, place);
    const after = tokens[place + 1];
    const other = is('foreign');
    const named =
      (head >= 0 && other(tokens[head]!)) ||
      (after !== undefined && after.start - token.end <= WHOSE && other(after));
    return named && (going || lastOf(tokens, 0, place, isDealtWith) >= 0);
  });

/** Whether the clause begins to count matters that are no requests, whose outcomes (其中予以公开110件) are not theirs. */
export const enterOtherMatters = ({ tokens, mark }: Segment, state: State): void => {
  const asked = tokens.some(is('request', 'bareRequest'));
  if (asked || (mark === ';' && !is('part')(tokens[0]!))) state.otherMatters = false;
  if (!asked && !state.part && !tokens.some(is('outcome'))) {
    state.otherMatters ||= countsOthers(tokens, state.otherMatters);
  }
};
