import type { Folded } from './fold.ts';
import { NUMBER_BEGINNINGS } from './numeral.ts';

/** A sentence's place in the folded text, and whether it can hold a claim at all. */
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
/** What follows a number that counts something, or ends it. */
const COUNTS = 4;
const NEGATES = 8;
const SUBJECT = 16;
const SUMS = 32;

const MEANINGS: Uint8Array = (() => {
  const meanings = new Uint8Array(0x10000);
  for (const unit of NUMBER_BEGINNINGS) meanings[unit] = NUMERAL;
  const mark = (characters: string, meaning: number): void => {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      meanings[unit] = meanings[unit]! | meaning;
    }
  };
  mark('。!?\n', END | COUNTS);
  mark(',;、)', COUNTS);
  mark('件起条宗份项篇例元万亿余多几来个则封笔人%', COUNTS);
  mark('未无没零', NEGATES);
  mark('申复诉费转规强罚许', SUBJECT);
  mark('均都全皆', SUMS);
  return meanings;
})();

const ASK = '申'.charCodeAt(0);
const BEFORE_ASK = new Set([...'依开'].map((character) => character.charCodeAt(0)));

/** The sentences of a text that may say something. Most neither count nor deny anything, and are left out. */
export const stretchesOf = ({ codes, length }: Folded): Stretch[] => {
  const stretches: Stretch[] = [];
  let start = 0;
  let seen = 0;
  let counted = false;
  let asks = false;
  let before = 0;
  for (let place = 0; place <= length; place++) {
    const meaning = place === length ? END | COUNTS : MEANINGS[codes[place]!]!;
    if (meaning === 0) {
      before = 0;
      continue;
    }
    counted ||= (meaning & COUNTS & before) !== 0;
    before = meaning & NUMERAL ? COUNTS : 0;
    seen |= meaning;
    asks ||= codes[place] === ASK && place > 0 && BEFORE_ASK.has(codes[place - 1]!);
    if ((meaning & END) === 0) continue;
    const tells = counted || ((seen & NEGATES) !== 0 && (seen & SUBJECT) !== 0);
    const sums = (seen & SUMS) !== 0;
    if ((tells || sums || asks) && place > start && place - start <= LONGEST_SENTENCE) {
      stretches.push({ start, end: place, tells, sums, asks });
    }
    start = place + 1;
    seen = 0;
    counted = false;
    asks = false;
  }
  return stretches;
};
