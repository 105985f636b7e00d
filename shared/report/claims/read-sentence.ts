import { readAll } from './read-all.ts';
import { readCounts } from './read-counts.ts';
import { readDisclosed } from './read-published.ts';
import { readZeros } from './read-zeros.ts';
import { type Run, segmentsOf } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

/** Reads one sentence clause by clause; what it finds is added to the state. */
export const readSentence = (run: Run, state: State): void => {
  const sentence = run.tokens;
  const goesOn = sentence[0]?.concept === 'part' || sentence[0]?.concept === 'all';
  if (!goesOn) {
    state.part = false;
    state.receivedHere = false;
    state.remedy = null;
    state.bothRemedies = false;
    state.remedyTold = false;
    state.carried = false;
  }
  state.past = false;
  state.history = false;
  state.filed = false;
  state.dated = sentence.some(({ concept }) => concept === 'year' || concept === 'thisYear');
  state.otherField = sentence.some(({ concept }) => concept === 'law');
  state.narrower = sentence.some(({ concept }) => concept === 'represent');
  state.reach = sentence.some(({ concept }) => concept === 'wide')
    ? 'wide'
    : sentence.some(({ concept }) => concept === 'own')
      ? 'own'
      : null;
  readRun(run, state);
};

const readRun = (run: Run, state: State): void => {
  const segments = segmentsOf(run);
  for (const [at, segment] of segments.entries()) {
    enter(segment.tokens, segment.mark, state);
    readCounts(segment, state, segments[at + 1]);
    readDisclosed(segment, state);
    readZeros(segments, at, state);
    readAll(segment, state);
    readGroups(segment.tokens, state);
  }
};

/** Brackets belong to the clause before them; a number beside another year is that year's: 比2022年（31起）. */
const readGroups = (tokens: readonly Token[], state: State): void => {
  for (const [at, { concept, inner, start, end }] of tokens.entries()) {
    if (concept !== 'group' || !inner || inner.length === 0) continue;
    const { past, part, history } = state;
    const beside = tokens[at - 1];
    state.past ||= beside !== undefined && (beside.concept === 'year' || beside.concept === 'lastYear');
    readRun({ tokens: inner, start: start + 1, end: end - 1 }, state);
    Object.assign(state, { past, part, history });
  }
};

const TOPICS: Partial<Record<Token['concept'], State['topic']>> = {
  request: 'request',
  foreign: 'other',
  law: 'other',
  reconsideration: 'remedy',
  litigation: 'remedy',
  regulation: 'documents',
  normative: 'documents',
};

/** What the clause changes of what is spoken about, before its numbers are read. */
const enter = (tokens: readonly Token[], mark: string, state: State): void => {
  if (mark === ';') {
    state.history = false;
    state.filed = false;
    state.remedyTold = true;
  }
  for (const [at, token] of tokens.entries()) {
    const topic = TOPICS[token.concept];
    if (topic) state.topic = topic;
    if (token.concept === 'topic' && token.id === 'request') state.topic = 'request';
    if (token.concept === 'regulation') state.document = 'regulations';
    if (token.concept === 'normative') state.document = 'normativeDocuments';
    if (token.concept === 'part') state.part = true;
    if (token.concept === 'register') state.filed = true;
    if (token.concept === 'history') state.history = true;
    if (token.concept === 'thisYear') state.past = state.history = false;
    if (token.concept === 'year') {
      const compared = tokens[at - 1]?.concept === 'compare';
      const carried = tokens[at + 1]?.concept === 'carry' || tokens[at - 1]?.concept === 'carry';
      if (!compared && !carried && state.year > 0) state.past = token.value < state.year;
    }
  }
};
