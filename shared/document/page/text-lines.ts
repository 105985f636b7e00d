import type { Glyph } from './page.ts';

/** Characters that stand together on a line, from left to right. */
export interface Word {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  /** Middle of the characters' height. */
  readonly middle: number;
}

/** Baselines this near (in heights of the font) are one line. */
const SAME_LINE = 0.4;
/** The same character printed again this near (in heights) is a bold face made of two prints. */
const DOUBLE_PRINT = 0.2;

/** Sorts by a position. Most of what programs print is in order already, which is sooner seen than sorted. */
const sortBy = (glyphs: Glyph[], position: (glyph: Glyph) => number): Glyph[] => {
  for (let i = 1; i < glyphs.length; i++) {
    if (position(glyphs[i]!) < position(glyphs[i - 1]!)) {
      return glyphs.sort((a, b) => position(a) - position(b));
    }
  }
  return glyphs;
};

/** Whether the glyph at `i` of a sorted line prints one before it again. */
const isPrintedAgain = (line: readonly Glyph[], i: number): boolean => {
  const { left, size, text } = line[i]!;
  for (let j = i - 1; j >= 0 && left - line[j]!.left < DOUBLE_PRINT * size; j--) {
    if (line[j]!.text === text) return true;
  }
  return false;
};

const withoutDoublePrints = (line: readonly Glyph[]): Glyph[] => {
  const single: Glyph[] = [];
  for (let i = 0; i < line.length; i++) if (!isPrintedAgain(line, i)) single.push(line[i]!);
  return single;
};

/** Characters sorted into lines from top to bottom, each from left to right, double prints left out. */
export const textLines = (glyphs: readonly Glyph[]): Glyph[][] => {
  const lines: Glyph[][] = [];
  let line: Glyph[] | undefined;
  let baseline = 0;
  let size = 0;
  for (const glyph of sortBy([...glyphs], (at) => at.baseline)) {
    if (line && glyph.baseline - baseline <= SAME_LINE * Math.min(glyph.size, size)) {
      line.push(glyph);
    } else {
      line = [glyph];
      lines.push(line);
      baseline = glyph.baseline;
      size = glyph.size;
    }
  }
  return lines.map((unsorted) => withoutDoublePrints(sortBy(unsorted, (at) => at.left)));
};

/** Cuts a line from left to right into words wherever `parts` says so for two neighbours. */
export const cutLine = (line: readonly Glyph[], parts: (before: Glyph, after: Glyph) => boolean): Word[] => {
  const words: Word[] = [];
  let begin = 0;
  for (let i = 1; i < line.length; i++) {
    if (!parts(line[i - 1]!, line[i]!)) continue;
    words.push(wordOf(line.slice(begin, i)));
    begin = i;
  }
  if (line.length > 0) words.push(wordOf(begin === 0 ? line : line.slice(begin)));
  return words;
};

/** The word that these characters form. They must not be none. */
export const wordOf = (glyphs: readonly Glyph[]): Word => {
  let [left, right, middle] = [Infinity, -Infinity, 0];
  for (const glyph of glyphs) {
    left = Math.min(left, glyph.left);
    right = Math.max(right, glyph.right);
    middle += (glyph.top + glyph.bottom) / 2;
  }
  return { glyphs, left, right, middle: middle / glyphs.length };
};

/** Characters that fill a square: ideographs, kana, full-width forms and their punctuation. */
export const isWide = (text: string): boolean => {
  const code = text.charCodeAt(0);
  if (code < 0x2e80) return false;
  // The last range is the first half of ideographs beyond the basic plane.
  return (
    code <= 0x9fff ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0xd840 && code <= 0xd8ff)
  );
};

/** Whether the one character is a digit, or a point or comma as it stands in a number. */
export const isDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return text.length === 1 && ((code >= 48 && code <= 57) || code === 44 || code === 46);
};

const LETTER = /^[A-Za-z]/;
/** Digits that lie on each other this far (heights of the font) are two numbers run into each other. */
const RUN_TOGETHER = -0.35;
/** Printed between them, so that the cell is known to be unreadable. */
const UNREADABLE = '\ufffd';

/** Gaps (in heights of the font) that read as a space: justified lines pull ideographs apart without one. */
const gapThatParts = (before: string, after: string): number => {
  if (isWide(before) && isWide(after)) return 0.9;
  return isWide(before) || isWide(after) ? 0.5 : 0.22;
};

/** The text of a line, with a space where one is printed or where a gap reads as one. */
export const lineText = (line: readonly Glyph[]): string => {
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of line) {
    if (before) {
      const gap = (glyph.left - before.right) / Math.max(before.size, 0.1);
      // A space of no width is left over from a stretched line.
      if (gap < RUN_TOGETHER && isDigit(before.text) && isDigit(glyph.text)) text += UNREADABLE;
      if ((glyph.spaced && gap > 0.1) || gap > gapThatParts(before.text, glyph.text)) text += ' ';
    }
    text += glyph.text;
    before = glyph;
  }
  return text;
};

/** Puts together two pieces of a line that was wrapped: only words of letters need the space back. */
export const joinWrapped = (before: string, after: string): string =>
  LETTER.test(before.slice(-1)) && LETTER.test(after) ? `${before} ${after}` : before + after;
