import type { Place } from '../../document/document.ts';
import type { Claim, Section } from '../report.ts';
import { foldText } from './fold.ts';
import { readCounts } from './read-counts.ts';
import { readDisclosed, totalOf } from './read-published.ts';
import { readZeros } from './read-zeros.ts';
import { type Disclosed, type Found, type Run, type State, segmentsOf } from './reading.ts';
import { reportYear } from './report-year.ts';
import { stretchesOf } from './sentences.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

interface Paragraph {
  readonly text: string;
  readonly at: Place;
}

/** A text to read as one: a paragraph, or lines that a page broke, with the place of every line. */
interface Passage {
  readonly text: string;
  readonly lines: readonly { readonly from: number; readonly at: Place }[];
}

/**
 * The claims of a report's narrative: what its sentences say of things that the tables count, for this year.
 * Pure. Each number is bound by the words beside it, clause by clause; other years, other organs, comparisons and
 * all-time totals are no claims.
 */
export const readClaims = (sections: readonly Section[], preface: readonly Paragraph[] = []): Claim[] => {
  const passages = [preface, ...sections.map(({ paragraphs }) => paragraphs)].flatMap(joinLines);
  const year = reportYear(passages.map(({ text }) => text));
  const claims: (Claim & { reach?: 'wide' | 'own' })[] = [];
  const totals: { disclosed: Disclosed; claim: Claim; order: number }[] = [];
  for (const passage of passages) readPassage(passage, year, claims, totals);
  const total = totals.toSorted((a, b) => rank(b.disclosed) - rank(a.disclosed) || a.order - b.order)[0];
  if (total) claims.splice(total.order, 0, total.claim);
  return distinct(claims);
};

const rank = ({ strength, channel, fresh }: Disclosed): number =>
  strength * 4 + (fresh ? 2 : 0) + (channel ? 0 : 1);

/** A number may be stated twice; the first place stands for it. What is narrower than another claim says so. */
const distinct = (claims: readonly (Claim & { reach?: 'wide' | 'own' })[]): Claim[] => {
  const seen = new Set<string>();
  const wide = new Set(claims.filter(({ reach }) => reach === 'wide').map(({ metric }) => metric));
  return claims.flatMap(({ reach, ...claim }) => {
    const key = `${claim.metric} ${claim.value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return reach === 'own' && wide.has(claim.metric) ? [{ ...claim, scope: 'narrower' as const }] : [claim];
  });
};

const SENTENCE_END = /[。！？；：:;.!?」”)）]$/;
const HEADING = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[一二三四五六七八九十]+是)/;
/** Shorter lines are headings, not lines that a page broke. */
const BROKEN_LINE = 18;

/** Joins lines that a page broke in the middle of a sentence. */
const joinLines = (paragraphs: readonly Paragraph[]): Passage[] => {
  const passages: { text: string; lines: { from: number; at: Place }[] }[] = [];
  for (const { text, at } of paragraphs) {
    const last = passages.at(-1);
    const broken =
      last !== undefined &&
      last.text.length - last.lines.at(-1)!.from >= BROKEN_LINE &&
      !SENTENCE_END.test(last.text) &&
      !HEADING.test(text);
    if (broken) {
      last.lines.push({ from: last.text.length, at });
      last.text += text;
    } else passages.push({ text, lines: [{ from: 0, at }] });
  }
  return passages;
};

const newState = (year: number): State => ({
  year,
  topic: '',
  remedy: null,
  bothRemedies: false,
  remedyTold: false,
  document: null,
  part: false,
  past: false,
  history: false,
  otherField: false,
  received: undefined,
  receivedHere: false,
  carried: false,
  filed: false,
  dated: false,
  reach: null,
  narrower: false,
  found: [],
  disclosed: [],
});

const readPassage = (
  passage: Passage,
  year: number,
  claims: (Claim & { reach?: 'wide' | 'own' })[],
  totals: { disclosed: Disclosed; claim: Claim; order: number }[],
): void => {
  const folded = foldText(passage.text);
  const state = newState(year);
  const toClaim = (found: Found): Claim & { reach?: 'wide' | 'own' } => {
    const from = folded.at[found.start]!;
    const to = folded.at[Math.max(found.start, found.end - 1)]! + 1;
    return {
      metric: found.metric,
      value: found.value,
      unit: found.unit,
      quote: passage.text.slice(from, to),
      at: placeOf(passage, from),
      ...(found.implied && { implied: true }),
      ...(found.approximate && { approximate: true }),
      ...(found.narrower && { scope: 'narrower' as const }),
      ...(found.part && { part: true as const }),
      ...(found.share && { share: found.share }),
      ...(found.reach && { reach: found.reach }),
    };
  };
  for (const { start, end, tells, sums } of stretchesOf(folded)) {
    if (!tells && !(sums && state.received !== undefined)) continue;
    state.found.length = 0;
    state.disclosed = [];
    readSentence(tokenize(folded, start, end), state);
    const total = totalOf(state.disclosed);
    if (total) totals.push({ disclosed: total, claim: toClaim(total.found), order: claims.length });
    for (const found of state.found) claims.push(toClaim(found));
  }
};

const readSentence = (run: Run, state: State): void => {
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

const placeOf = ({ lines }: Passage, offset: number): Place => {
  const line = lines.findLast(({ from }) => from <= offset) ?? lines[0]!;
  const { at } = line;
  return 'line' in at && 'column' in at ? { line: at.line, column: at.column + offset - line.from } : at;
};
