import { enterLevel } from './level.ts';
import { type Segment, tokenBefore } from './reading.ts';
import type { State } from './state.ts';
import { CONCEPTS, type Concept } from './token.ts';
import { isLastYears } from './when.ts';

/** What a word at a place of its clause changes of what is spoken about. */
type Turn = (state: State, clause: Segment, at: number) => void;

/** A year makes the clause its own, unless it is compared with or carried from. */
const enterYear: Turn = (state, { tokens }, at) => {
  const last = tokenBefore(tokens, at)?.concept;
  const carried = last === 'carry' || tokens[at + 1]?.concept === 'carry';
  if (last === 'compare' || carried || state.year === 0) return;
  const year = tokens[at]!.quantity.value;
  state.past = year < state.year;
  // 五年来累计收到12000件，2024年收到3119件; but 施行以来，截至2024年 goes on.
  if (year === state.year && state.numbered) state.history = false;
};

const otherTopic: Turn = (state) => {
  state.topic = 'other';
};

const remedyTopic: Turn = (state) => {
  state.topic = 'remedy';
};

const level: Turn = (state, { tokens }, at) => enterLevel(tokens, at, state);

const TURNS: Partial<Record<Concept, Turn>> = {
  request: (state) => {
    state.topic = 'request';
  },
  topic: (state, { tokens }, at) => {
    if (tokens[at]!.id === 'request') state.topic = 'request';
  },
  foreign: otherTopic,
  law: otherTopic,
  reconsideration: remedyTopic,
  litigation: remedyTopic,
  regulation: (state) => {
    state.topic = 'documents';
    state.document = 'regulations';
  },
  normative: (state) => {
    state.topic = 'documents';
    state.document = 'normativeDocuments';
  },
  part: (state, { tokens }, at) => {
    // 包括 begins a breakdown only after the number that it breaks down.
    if (tokens[at]!.id !== 'list' || state.numbered) state.part = true;
  },
  count: (state) => {
    state.numbered = true;
  },
  register: (state) => {
    state.filed = true;
  },
  history: (state) => {
    state.history = true;
  },
  thisYear: (state) => {
    state.past = false;
    state.history = false;
  },
  hearing: (state) => {
    state.hearing = true;
  },
  wide: level,
  own: level,
  lastYear: (state, clause, at) => {
    state.past ||= isLastYears(clause, at);
  },
  year: enterYear,
};

const TURN_OF_KIND: readonly (Turn | undefined)[] = CONCEPTS.map((concept) => TURNS[concept]);

/** What the clause changes of what is spoken about, before its numbers are read. */
export const enterClause = (clause: Segment, state: State): void => {
  const { tokens, mark } = clause;
  if (mark === ';') {
    state.history = false;
    state.filed = false;
    state.hearing = false;
    state.remedyTold = true;
  }
  for (let at = 0; at < tokens.length; at++) TURN_OF_KIND[tokens[at]!.kind]?.(state, clause, at);
};
