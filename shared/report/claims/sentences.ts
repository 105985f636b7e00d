import type { Folded } from './fold.ts';
import { beginsNumber } from './quantity.ts';

/** A sentence's place in the folded text, and whether it can hold a claim at all. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** It holds a number, a negation or a request. */
  readonly tells: boolean;
  /** It holds 均 or 全: it may speak of all that a sentence before it counted. */
  readonly sums: boolean;
}

const END = 1;
const TELLS = 2;
const SUMS = 4;
const NUMERAL = 8;
const UNIT = 16;

const MEANINGS: Uint8Array = (() => {
  const meanings = new Uint8Array(0x10000);
  const mark = (characters: string, meaning: number): void => {
    for (const character of characters) meanings[character.charCodeAt(0)]! |= meaning;
  };
  for (let unit = 0x4e00; unit < 0xa000; unit++) if (beginsNumber(unit)) meanings[unit] = NUMERAL;
  mark('。!?\n', END);
  mark('0123456789未无没申', TELLS);
  mark('均全', SUMS);
  mark('件起条宗份项篇例元万余多', UNIT);
  return meanings;
})();

/** Cuts a text into sentences. Most hold neither number nor negation, and are not read further. */
export const stretchesOf = ({ codes, length }: Folded): Stretch[] => {
  const stretches: Stretch[] = [];
  let start = 0;
  let seen = 0;
  let before = 0;
  for (let place = 0; place <= length; place++) {
    const meaning = place === length ? END : MEANINGS[codes[place]!]!;
    if (meaning === 0) {
      before = 0;
      continue;
    }
    if (meaning & UNIT && before & NUMERAL) seen |= TELLS;
    seen |= meaning;
    before = meaning;
    if (meaning & END) {
      if (place > start) {
        stretches.push({ start, end: place, tells: (seen & TELLS) !== 0, sums: (seen & SUMS) !== 0 });
      }
      start = place + 1;
      seen = 0;
    }
  }
  return stretches;
};
