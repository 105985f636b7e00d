import { enterLevel } from './level.ts';
import { enterOtherMatters } from './other-matters.ts';
import { readAll } from './read-all.ts';
import { readCounts } from './read-counts.ts';
import { readDisclosed } from './read-published.ts';
import { readZeros } from './read-zeros.ts';
import { type Run, segmentsOf } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';
import { isLastYears, leavePartOfYear } from './when.ts';
import { wholeOfClause, wholeOfGroup } from './whole.ts';

/** Reads one sentence clause by clause; what it finds is added to the state. */
export const readSentence = (run: Run, state: State): void => {
  const sentence = run.tokens;
  const goesOn = sentence[0]?.concept === 'part' || sentence[0]?.concept === 'all';
  if (!goesOn) {
    state.part = false;
    state.numbered = false;
    state.receivedHere = false;
    state.remedy = null;
    state.bothRemedies = false;
    state.remedyTold = false;
    state.besideRoute = false;
    state.carried = false;
    state.otherMatters = false;
    state.hearing = false;
    state.level = false;
    // 一季度收到800件。其中…: still of the first quarter.
    state.past = false;
    state.history = false;
    state.partYear = false;
  }
  state.whole = undefined;
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
  const around = state.whole;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    state.whole = wholeOfClause(segment, segments[at - 1], state, around);
    enter(segment.tokens, segment.mark, state);
    enterOtherMatters(segment, state);
    readCounts(segment, state, segments[at + 1]);
    readDisclosed(segment, state);
    readZeros(segments, at, state);
    readAll(segment, state);
    readGroups(segment.tokens, state);
    leavePartOfYear(segment, state);
  }
};

/** Brackets belong to the clause before them; a number beside another year is that year's: 比2022年（31起）. */
const readGroups = (tokens: readonly Token[], state: State): void => {
  for (let at = 0; at < tokens.length; at++) {
    const { concept, inner, start, end } = tokens[at]!;
    if (concept !== 'group' || !inner || inner.length === 0) continue;
    const { past, part, history, partYear, level, whole } = state;
    const beside = tokens[at - 1];
    state.past ||= beside !== undefined && (beside.concept === 'year' || beside.concept === 'lastYear');
    state.whole = wholeOfGroup(tokens, at, state);
    readRun({ tokens: inner, start: start + 1, end: end - 1 }, state);
    Object.assign(state, { past, part, history, partYear, level, whole });
  }
};

const TOPICS: ReadonlyMap<Token['concept'], State['topic']> = new Map<Token['concept'], State['topic']>([
  ['request', 'request'],
  ['foreign', 'other'],
  ['law', 'other'],
  ['reconsideration', 'remedy'],
  ['litigation', 'remedy'],
  ['regulation', 'documents'],
  ['normative', 'documents'],
]);

/** What the clause changes of what is spoken about, before its numbers are read. */
const enter = (tokens: readonly Token[], mark: string, state: State): void => {
  if (mark === ';') {
    state.history = false;
    state.filed = false;
    state.hearing = false;
    state.remedyTold = true;
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    switch (token.concept) {
      case 'topic':
        if (token.id === 'request') state.topic = 'request';
        break;
      case 'regulation':
        state.document = 'regulations';
        break;
      case 'normative':
        state.document = 'normativeDocuments';
        break;
      case 'part':
        // 包括 begins a breakdown only after the number that it breaks down.
        if (token.id !== 'list' || state.numbered) state.part = true;
        break;
      case 'count':
        state.numbered = true;
        break;
      case 'register':
        state.filed = true;
        break;
      case 'history':
        state.history = true;
        break;
      case 'thisYear':
        state.past = false;
        state.history = false;
        break;
      case 'hearing':
        state.hearing = true;
        break;
      case 'wide':
      case 'own':
        enterLevel(tokens, at, state);
        break;
      case 'lastYear':
        state.past ||= isLastYears(tokens, at);
        break;
      case 'year':
        enterYear(tokens, at, state);
        break;
      default:
    }
    state.topic = TOPICS.get(token.concept) ?? state.topic;
  }
};

/** A year makes the clause its own, unless it is compared with or carried from. */
const enterYear = (tokens: readonly Token[], at: number, state: State): void => {
  const compared = tokens[at - 1]?.concept === 'compare';
  const carried = tokens[at + 1]?.concept === 'carry' || tokens[at - 1]?.concept === 'carry';
  if (!compared && !carried && state.year > 0) {
    const year = tokens[at]!.value;
    state.past = year < state.year;
    // 五年来累计收到12000件，2024年收到3119件; but 施行以来，截至2024年 goes on.
    if (year === state.year && state.numbered) state.history = false;
  }
};
