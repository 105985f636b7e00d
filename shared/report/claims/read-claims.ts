import type { Claim, Section } from '../report.ts';
import { foldText } from './fold.ts';
import { joinLines, type Paragraph, type Passage, placeOf } from './passages.ts';
import { totalOf } from './read-published.ts';
import { WORKED_ON } from './read-requests.ts';
import { readSentence } from './read-sentence.ts';
import { reportYear } from './report-year.ts';
import { stretchesOf } from './sentences.ts';
import { type Disclosed, type Found, newState, type State } from './state.ts';
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

/** Like `readClaims`, with the mentions beside the claims: evidence for a repair, and nothing to be held against. */
export const readCounts = (sections: readonly Section[], preface: readonly Paragraph[] = []): Counts => {
  const passages = joinLines(preface);
  for (const { paragraphs } of sections) passages.push(...joinLines(paragraphs));
  const texts = passages.map(({ text }) => text);
  const year = reportYear(texts);
  const halfYearly = isHalfYearly(texts);
  const claims: (Claim & { reach?: 'wide' | 'own' })[] = [];
  const totals: { disclosed: Disclosed; claim: Claim; order: number }[] = [];
  for (const passage of passages) readPassage(passage, newState(year, halfYearly), claims, totals);
  const total = totals.toSorted((a, b) => rank(b.disclosed) - rank(a.disclosed) || a.order - b.order)[0];
  if (total) claims.splice(total.order, 0, total.claim);
  const all = distinct(claims);
  const isMention = ({ metric }: Claim) => metric === WORKED_ON;
  return { claims: all.filter((claim) => !isMention(claim)), mentions: all.filter(isMention) };
};

const rank = ({ strength, channel, fresh }: Disclosed): number =>
  strength * 4 + (fresh ? 2 : 0) + (channel ? 0 : 1);

/** A number may be stated twice; the first place stands for it. What is narrower than another claim says so. */
const distinct = (claims: readonly (Claim & { reach?: 'wide' | 'own' })[]): Claim[] => {
  const seen = new Set<string>();
  const wide = new Set(claims.filter(({ reach }) => reach === 'wide').map(({ metric }) => metric));
  const first: Claim[] = [];
  for (const each of claims) {
    const key = `${each.metric} ${each.value} ${each.precision ?? 1} ${each.range ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (each.reach === undefined) first.push(each);
    else {
      const { reach, ...claim } = each;
      first.push(reach === 'own' && wide.has(claim.metric) ? { ...claim, scope: 'narrower' } : claim);
    }
  }
  return first;
};

const readPassage = (
  passage: Passage,
  state: State,
  claims: (Claim & { reach?: 'wide' | 'own' })[],
  totals: { disclosed: Disclosed; claim: Claim; order: number }[],
): void => {
  const folded = foldText(passage.text);
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
      ...(found.precision > 1 && { precision: found.precision }),
      ...(found.range && { range: found.range }),
      ...(found.narrower && { scope: 'narrower' as const }),
      ...(found.eitherRoute && { eitherRoute: true as const }),
      ...(found.part && { part: true as const }),
      ...(found.share && { share: found.share }),
      ...(found.reach && { reach: found.reach }),
    };
  };
  for (const { start, end, tells, sums, asks } of stretchesOf(folded)) {
    if (asks) state.topic = 'request';
    if (!tells && !(sums && state.received !== undefined)) continue;
    if (state.found.length > 0) state.found = [];
    if (state.disclosed.length > 0) state.disclosed = [];
    readSentence(tokenize(folded, start, end), state);
    const total = totalOf(state.disclosed);
    if (total) totals.push({ disclosed: total, claim: toClaim(total.found), order: claims.length });
    for (const found of state.found) claims.push(toClaim(found));
  }
};
