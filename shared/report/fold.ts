import { foldRadicals } from '../document/radicals.ts';
import { UnitBuffer } from './code-units.ts';
import { SIMPLIFIED } from './traditional.ts';

const FULL_WIDTH = 0xff01;
const FULL_WIDTH_END = 0xff5e;
const TO_HALF_WIDTH = 0xfee0;

/** Anything that folding could change, full-width forms of ASCII aside. */
const COMPATIBLE = /[\u00a0-\u02ff\u2000-\u200f\u2024-\u2fff\u3000\u3036-\u33ff\uf900-\uff00\uff5f-\uffff]/;

/** In a table of foldings: the character is left out. None is folded to this code. */
const LEFT_OUT = 0xffff;

/** By UTF-16 code: what a character becomes, 0 where it stays. A table, since every character passes here. */
const FOLDED: Uint16Array = (() => {
  const table = SIMPLIFIED.slice();
  for (let code = FULL_WIDTH; code <= FULL_WIDTH_END; code++) table[code] = code - TO_HALF_WIDTH;
  return table;
})();

/** Everything that is white space to a pattern. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** The same with white space left out. */
const FOLDED_WITHOUT_SPACE: Uint16Array = (() => {
  const table = FOLDED.slice();
  for (const space of SPACES) table[space.charCodeAt(0)] = LEFT_OUT;
  return table;
})();

const buffer = new UnitBuffer(8192);

/** Replaces code units one for one, or leaves them out. */
const foldUnits = (text: string, table: Uint16Array): string => {
  let first = 0;
  while (first < text.length && table[text.charCodeAt(first)] === 0) first++;
  if (first === text.length) return text;
  const units = buffer.read(text);
  let length = first;
  for (let i = first; i < text.length; i++) {
    const code = units[i]!;
    const folded = table[code]!;
    if (folded === 0) units[length++] = code;
    else if (folded !== LEFT_OUT) units[length++] = folded;
  }
  return buffer.textBetween(0, length);
};

const normalized = (text: string): string =>
  COMPATIBLE.test(text) ? foldRadicals(text).normalize('NFKC') : text;

/** Full width to half width, radicals to characters, traditional to simplified. */
export const fold = (text: string): string => foldUnits(normalized(text), FOLDED);

/** The text folded, and without its white space. */
export const foldWithoutSpace = (text: string): string => foldUnits(normalized(text), FOLDED_WITHOUT_SPACE);

/** Letters, digits and Chinese characters of a text, folded: what a label is recognised by. */
export const labelKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Remarks in brackets that offices add to a label: `规章（设区的市、自治州人民政府应提供相关数据）`. */
export const withoutRemarks = (text: string): string => fold(text).replace(/\([^()]*\)|\([^()]*$/g, '');
