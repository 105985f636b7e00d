import { anyOf, ConceptSet } from './concept-set.ts';
import { enterClause } from './enter-clause.ts';
import { enterOtherMatters } from './other-matters.ts';
import { readAll } from './read-all.ts';
import { readCounts } from './read-counts.ts';
import { readDisclosed } from './read-published.ts';
import { readZeros } from './read-zeros.ts';
import { type Run, type Segment, segmentsOf, tokenBefore } from './reading.ts';
import type { State } from './state.ts';
import { leavePartOfYear } from './when.ts';
import { wholeOfClause, wholeOfGroup } from './whole.ts';

const DATE = anyOf('year', 'thisYear');
const LAW = anyOf('law');
const REPRESENT = anyOf('represent');
const WIDE = anyOf('wide');
const OWN = anyOf('own');
const GROUP = anyOf('group');

/** Reads one sentence clause by clause; what it finds is added to the state. */
export const readSentence = (run: Run, state: State): void => {
  const first = run.tokens[0]?.concept;
  const goesOn = first === 'part' || first === 'all';
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
  const segments = segmentsOf(run);
  const concepts = new ConceptSet();
  for (const segment of segments) concepts.addAll(segment.concepts);
  state.whole = undefined;
  state.filed = false;
  state.dated = concepts.meets(DATE);
  state.otherField = concepts.meets(LAW);
  // 全县各乡镇 are all of the county.
  state.narrower = concepts.meets(REPRESENT) && !concepts.meets(WIDE);
  state.reach = concepts.meets(WIDE) ? 'wide' : concepts.meets(OWN) ? 'own' : null;
  readSegments(segments, state);
};

const readSegments = (segments: readonly Segment[], state: State): void => {
  const around = state.whole;
  let last: Segment | undefined;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    state.whole = wholeOfClause(segment, last, state, around);
    enterClause(segment, state);
    enterOtherMatters(segment, state);
    readCounts(segment, state, segments[at + 1]);
    readDisclosed(segment, state);
    readZeros(segments, at, state);
    readAll(segment, state);
    readGroups(segment, state);
    leavePartOfYear(segment, state);
    last = segment;
  }
};

/** Brackets belong to the clause before them; a number beside another year is that year's: 比2022年（31起）. */
const readGroups = ({ tokens, concepts }: Segment, state: State): void => {
  if (!concepts.meets(GROUP)) return;
  for (let at = 0; at < tokens.length; at++) {
    const { concept, inner, start, end } = tokens[at]!;
    if (concept !== 'group' || !inner || inner.length === 0) continue;
    const { past, part, history, partYear, level, whole } = state;
    const beside = tokenBefore(tokens, at)?.concept;
    state.past ||= beside === 'year' || beside === 'lastYear';
    state.whole = wholeOfGroup(tokens, at, state);
    readSegments(segmentsOf({ tokens: inner, start: start + 1, end: end - 1 }), state);
    state.past = past;
    state.part = part;
    state.history = history;
    state.partYear = partYear;
    state.level = level;
    state.whole = whole;
  }
};
