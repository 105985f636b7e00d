import { foldRadicals } from '../document/radicals.ts';
import { simplify } from './traditional.ts';

/** Anything that folding could change: all else is passed through at once. */
const FOLDABLE = /[\u00a0-\u02ff\u2000-\u200f\u2024-\u2fff\u3000\u3036-\u33ff\uf900-\uffff]/;

/** Full width to half width, radicals to characters, traditional to simplified. */
export const fold = (text: string): string =>
  simplify(FOLDABLE.test(text) ? foldRadicals(text).normalize('NFKC') : text);

/** Letters, digits and Chinese characters of a text, folded: what a label is recognised by. */
export const labelKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Remarks in brackets that offices add to a label: `规章（设区的市、自治州人民政府应提供相关数据）`. */
export const withoutRemarks = (text: string): string => fold(text).replace(/\([^()]*\)|\([^()]*$/g, '');
