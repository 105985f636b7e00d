import { claimImplied, is } from './counted.ts';
import { lastOf, type Segment, START } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';
import { isPartOfYear } from './when.ts';

const isNumber = is('count', 'cash', 'quantity', 'share');

/** Reads what 均, 都, 全部 say of all that was counted before: 均为自然人申请, 已全部办结, 均获维持. */
export const readAll = (segment: Segment, state: State): void => {
  const { tokens } = segment;
  if (state.past || state.history || isPartOfYear(tokens, tokens.length, state)) return;
  readAllUpheld(segment, state);
  readAllReceived(segment, state);
};

/** 行政复议7件，诉讼9件，均获维持: every case that the sentence counts was upheld. */
const readAllUpheld = (segment: Segment, state: State): void => {
  const { tokens } = segment;
  const all = tokens.findIndex(is('all'));
  if (all < 0 || state.hearing || tokens.some(isNumber)) return;
  // 均维持或驳回 says of no case which it was.
  const said = tokens.slice(all + 1).filter(is('result', 'and'));
  if (said.length !== 1 || said[0]!.id !== 'upheld') return;
  for (const { metric, value, unit } of [...state.found]) {
    if (metric !== 'remedies.reconsideration' && metric !== 'remedies.litigation') continue;
    if (value > 0) claimImplied(state, `${metric}.upheld`, value, unit, segment);
  }
};

/** 均为自然人申请: all that was received; 已全部办结: all of it closed. */
const readAllReceived = (segment: Segment, state: State): void => {
  const { tokens } = segment;
  if (tokens.some(isNumber) || state.received === undefined || state.topic !== 'request') return;
  const all = tokens.findIndex(is('all'));
  if (all < 0) return;
  const applicant = tokens.findIndex((token, at) => at > all && is('applicant')(token));
  if (applicant >= 0 && isDirectly(tokens, all, applicant)) {
    claimImplied(state, `requests.received.${tokens[applicant]!.id}`, state.received, '件', segment);
    return;
  }
  const done = lastOf(tokens, all, tokens.length, is('finish'));
  const closed = state.found.some(({ metric }) => metric === 'requests.closed');
  if (done !== START && !closed && !state.carried) {
    claimImplied(state, 'requests.closed', state.received, '件', segment);
  }
};

const isDirectly = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (tokens[at]!.end !== tokens[at + 1]!.start) return false;
  return tokens.slice(from + 1, to).every(is('filler', 'exist', 'cause', 'all'));
};
