import { anyOf } from './concept-set.ts';
import { claimImplied } from './counted.ts';
import { areAll, lastOf, type Segment, START } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';
import { isPartOfYear } from './when.ts';

const NUMBER = anyOf('count', 'cash', 'quantity', 'share');
const ALL = anyOf('all');
const RESULT_OR_AND = anyOf('result', 'and');
const FINISH = anyOf('finish');
const BETWEEN = anyOf('filler', 'exist', 'cause', 'all');

/** Reads what 均, 都, 全部 say of all that was counted before: 均为自然人申请, 已全部办结, 均获维持. */
export const readAll = (segment: Segment, state: State): void => {
  const { tokens, concepts } = segment;
  if (!concepts.meets(ALL) || concepts.meets(NUMBER)) return;
  if (state.past || state.history || isPartOfYear(tokens, tokens.length, state)) return;
  const all = tokens.findIndex(({ concept }) => concept === 'all');
  readAllUpheld(segment, all, state);
  readAllReceived(segment, all, state);
};

/** 行政复议7件，诉讼9件，均获维持: every case that the sentence counts was upheld. */
const readAllUpheld = (segment: Segment, all: number, state: State): void => {
  if (state.hearing) return;
  // 均维持或驳回 says of no case which it was.
  const said = segment.tokens.slice(all + 1).filter((token) => RESULT_OR_AND.has(token));
  if (said.length !== 1 || said[0]!.id !== 'upheld') return;
  for (const { metric, value, unit } of [...state.found]) {
    if (metric !== 'remedies.reconsideration' && metric !== 'remedies.litigation') continue;
    if (value > 0) claimImplied(state, `${metric}.upheld`, value, unit, segment);
  }
};

/** 均为自然人申请: all that was received; 已全部办结: all of it closed. */
const readAllReceived = (segment: Segment, all: number, state: State): void => {
  const { tokens } = segment;
  if (state.received === undefined || state.topic !== 'request') return;
  const applicant = tokens.findIndex(({ concept }, at) => at > all && concept === 'applicant');
  if (applicant >= 0 && isDirectly(tokens, all, applicant)) {
    claimImplied(state, `requests.received.${tokens[applicant]!.id}`, state.received, '件', segment);
    return;
  }
  const done = lastOf(tokens, all, tokens.length, FINISH);
  const closed = state.found.some(({ metric }) => metric === 'requests.closed');
  if (done !== START && !closed && !state.carried) {
    claimImplied(state, 'requests.closed', state.received, '件', segment);
  }
};

const isDirectly = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (tokens[at]!.end !== tokens[at + 1]!.start) return false;
  return areAll(tokens, from + 1, to, BETWEEN);
};
