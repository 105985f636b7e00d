import { foldRadicals } from '../document/radicals.ts';
import { SIMPLIFIED } from './traditional.ts';

const FULL_WIDTH = 0xff01;
const FULL_WIDTH_END = 0xff5e;
const TO_HALF_WIDTH = 0xfee0;

/** Anything that folding could change, full-width forms of ASCII aside. */
const COMPATIBLE = /[\u00a0-\u02ff\u2000-\u200f\u2024-\u2fff\u3000\u3036-\u33ff\uf900-\uff00\uff5f-\uffff]/;

/** By UTF-16 code: what a character becomes, 0 where it stays. A table, since every character passes here. */
const FOLDED: Uint16Array = (() => {
  const table = SIMPLIFIED.slice();
  for (let code = FULL_WIDTH; code <= FULL_WIDTH_END; code++) table[code] = code - TO_HALF_WIDTH;
  return table;
})();

/** Kept from call to call, and made larger when a text is. */
let units = new Uint16Array(8192);

/** Replaces code units one for one. */
const foldUnits = (text: string): string => {
  let first = 0;
  while (first < text.length && FOLDED[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return text;
  const length = text.length - first;
  if (units.length < length) units = new Uint16Array(length);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(first + i);
    units[i] = FOLDED[code] || code;
  }
  return text.slice(0, first) + Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
};

/** Full width to half width, radicals to characters, traditional to simplified. */
export const fold = (text: string): string =>
  foldUnits(COMPATIBLE.test(text) ? foldRadicals(text).normalize('NFKC') : text);

/** Letters, digits and Chinese characters of a text, folded: what a label is recognised by. */
export const labelKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Remarks in brackets that offices add to a label: `规章（设区的市、自治州人民政府应提供相关数据）`. */
export const withoutRemarks = (text: string): string => fold(text).replace(/\([^()]*\)|\([^()]*$/g, '');
