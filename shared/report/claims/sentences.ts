import { unitOf, unitsOf } from '../code-units.ts';
import { FOLDS } from './fold.ts';
import { NUMBER_BEGINNINGS } from './numeral.ts';

/** A sentence's place in the narrative, and how it may hold a claim. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** It holds a number of something, or a negation beside a word for what the tables count. */
  readonly tells: boolean;
  /** It holds 均 or 全: it may speak of all that a sentence before it counted. */
  readonly sums: boolean;
  /** It speaks of requests: 依申请, 公开申请. */
  readonly asks: boolean;
}

/** What goes on for longer without an end is no prose (a table without borders, a damaged file). */
const LONGEST_SENTENCE = 2000;

const END = 1;
const NUMERAL = 2;
/** What follows a number that counts something, or ends it: the bit above that of the numeral before it. */
const COUNTS = NUMERAL << 1;
const NEGATES = 8;
const SUBJECT = 16;
const SUMS = 32;
/** Spaces, of which folded text has none. */
const LEFT_OUT = 64;
/** 申, which may be that of 依申请 or 公开申请. */
const ASK = 128;

/** By code unit as printed. */
const MEANINGS: Uint8Array = (() => {
  const folded = new Uint8Array(0x10000);
  for (const unit of NUMBER_BEGINNINGS) folded[unit] = NUMERAL;
  const mark = (characters: string, meaning: number): void => {
    for (const character of characters) folded[unitOf(character)]! |= meaning;
  };
  mark('。!?\n', END | COUNTS);
  mark(',;、)', COUNTS);
  mark('件起条宗份项篇例元万亿余多几来个则封笔人%', COUNTS);
  mark('未无没零', NEGATES);
  mark('申复诉费转规强罚许', SUBJECT);
  mark('均都全皆', SUMS);
  mark('申', ASK);
  const meanings = new Uint8Array(0x10000);
  for (let unit = 0; unit < meanings.length; unit++) {
    meanings[unit] = FOLDS[unit] === 0 ? LEFT_OUT : folded[FOLDS[unit]!]!;
  }
  return meanings;
})();

const BEFORE_ASK = unitsOf('依开');

/** Whether the 申 here is that of 依申请 or 公开申请. */
const asksAt = (printed: Uint16Array, from: number, place: number): boolean => {
  let before = place - 1;
  while (before >= from && MEANINGS[printed[before]!] === LEFT_OUT) before -= 1;
  return before >= from && BEFORE_ASK.has(FOLDS[printed[before]!]!);
};

/**
 * The sentences between two places that may say something. Most neither count nor deny anything, and are left out.
 * A full stop stands at the end.
 */
export const stretchesOf = (printed: Uint16Array, from: number, end: number): Stretch[] => {
  const stretches: Stretch[] = [];
  let start = from;
  let spaces = 0;
  let seen = 0;
  let counted = 0;
  let asks = false;
  let before = 0;
  for (let place = from; place <= end; place++) {
    const meaning = MEANINGS[printed[place]!]!;
    if (meaning === LEFT_OUT) {
      spaces += 1;
      continue;
    }
    counted |= meaning & before;
    before = (meaning & NUMERAL) << 1;
    seen |= meaning;
    if ((meaning & (ASK | END)) === 0) continue;
    if (meaning & ASK) asks ||= asksAt(printed, from, place);
    if ((meaning & END) === 0) continue;
    const tells = counted !== 0 || ((seen & NEGATES) !== 0 && (seen & SUBJECT) !== 0);
    const sums = (seen & SUMS) !== 0;
    const length = place - start - spaces;
    if ((tells || sums || asks) && length > 0 && length <= LONGEST_SENTENCE) {
      stretches.push({ start, end: place, tells, sums, asks });
    }
    start = place + 1;
    spaces = 0;
    seen = 0;
    counted = 0;
    asks = false;
  }
  return stretches;
};
