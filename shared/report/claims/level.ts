import { anyOf } from './concept-set.ts';
import { tokenBefore } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

const JOINT = anyOf('and', 'mark');

/**
 * 市本级收到410件 is of one level alone, and so is what follows until 全市 is named. 市本级和各县区 is all of them.
 */
export const enterLevel = (tokens: readonly Token[], at: number, state: State): void => {
  const { concept, id, start, end } = tokens[at]!;
  if (concept === 'wide') {
    // What 市本级 received is not what the sentence states as received.
    if (state.level) state.receivedHere = false;
    state.level = false;
    return;
  }
  const last = tokenBefore(tokens, at);
  const next = tokens[at + 1];
  const joined =
    (last !== undefined && JOINT.has(last) && last.end === start) ||
    (next !== undefined && JOINT.has(next) && next.start === end);
  if (id === 'level' && !joined) state.level = true;
};
