import { UnitBuffer } from '../code-units.ts';
import type { Claim, Section } from '../report.ts';
import { foldText } from './fold.ts';
import { type Paragraph, type Passage, toNarrative } from './passages.ts';
import { totalOf } from './read-published.ts';
import { WORKED_ON } from './read-requests.ts';
import { readSentence } from './read-sentence.ts';
import { reportYear } from './report-year.ts';
import { stretchesOf } from './sentences.ts';
import { type Disclosed, newState, type State } from './state.ts';
import { type Stated, toStated } from './stated.ts';
import { tokenize } from './tokenize.ts';
import { isHalfYearly } from './when.ts';

/**
 * The claims of a report's narrative: what its sentences say of things that the tables count, for this year.
 * Pure. Each number is bound by the words beside it, clause by clause; other years, other organs, comparisons and
 * all-time totals are no claims.
 */
export const readClaims = (sections: readonly Section[], preface: readonly Paragraph[] = []): Claim[] =>
  readCounts(sections, preface).claims;

/** The claims, and the numbers that are about the tables' things without saying which. */
export interface Counts {
  readonly claims: Claim[];
  readonly mentions: Claim[];
}

/** The narrative that is being read. */
const printedText = new UnitBuffer(16_384);

/** A candidate for the year's total of 主动公开, and the place of its claim among all. */
interface Total {
  readonly disclosed: Disclosed;
  readonly stated: Stated;
  readonly order: number;
}

/** Like `readClaims`, with the mentions beside the claims: evidence for a repair, and nothing to be held against. */
export const readCounts = (sections: readonly Section[], preface: readonly Paragraph[] = []): Counts => {
  const { passages, text } = toNarrative([preface, ...sections.map(({ paragraphs }) => paragraphs)]);
  const printed = printedText.read(text);
  const year = reportYear(text);
  const halfYearly = isHalfYearly(text);
  const all: Stated[] = [];
  const totals: Total[] = [];
  for (const passage of passages) readPassage(passage, printed, newState(year, halfYearly), all, totals);
  let total = totals[0];
  for (const other of totals) if (rank(other.disclosed) > rank(total!.disclosed)) total = other;
  if (total) all.splice(total.order, 0, total.stated);
  const counts: Counts = { claims: [], mentions: [] };
  for (const claim of distinct(all)) {
    if (claim.metric === WORKED_ON) counts.mentions.push(claim);
    else counts.claims.push(claim);
  }
  return counts;
};

const rank = ({ strength, channel, fresh }: Disclosed): number =>
  strength * 4 + (fresh ? 2 : 0) + (channel ? 0 : 1);

const numberKey = ({ metric, value, precision, range }: Claim): string =>
  `${metric} ${value} ${precision ?? 1} ${range ?? ''}`;

/** A number may be stated twice; the first place stands for it. What is narrower than another claim says so. */
const distinct = (all: readonly Stated[]): Claim[] => {
  const wide = new Set<string>();
  for (const { claim, reach } of all) if (reach === 'wide') wide.add(claim.metric);
  const firsts = new Map<string, Claim>();
  const seen = new Set<string>();
  const claims: Claim[] = [];
  for (const { claim, reach } of all) {
    // Most metrics are stated once: only of the others every number is compared.
    const first = firsts.get(claim.metric);
    if (first === undefined) firsts.set(claim.metric, claim);
    else {
      const key = numberKey(claim);
      if (key === numberKey(first) || seen.has(key)) continue;
      seen.add(key);
    }
    claims.push(reach === 'own' && wide.has(claim.metric) ? { ...claim, scope: 'narrower' } : claim);
  }
  return claims;
};

const readPassage = (
  passage: Passage,
  printed: Uint16Array,
  state: State,
  all: Stated[],
  totals: Total[],
): void => {
  const stretches = stretchesOf(printed, passage.start, passage.start + passage.text.length);
  for (const { start, end, tells, sums, asks } of stretches) {
    if (asks) state.topic = 'request';
    if (!tells && !(sums && state.received !== undefined)) continue;
    if (state.found.length > 0) state.found = [];
    if (state.disclosed.length > 0) state.disclosed = [];
    const folded = foldText(printed, start, end);
    readSentence(tokenize(folded), state);
    const total = totalOf(state.disclosed);
    if (total) {
      totals.push({ disclosed: total, stated: toStated(total.found, passage, folded), order: all.length });
    }
    for (const found of state.found) all.push(toStated(found, passage, folded));
  }
};
