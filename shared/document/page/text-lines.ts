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

/** Characters sorted into lines from top to bottom, each from left to right, double prints left out. */
export const textLines = (glyphs: readonly Glyph[]): Glyph[][] => {
  const lines: Glyph[][] = [];
  let baseline = 0;
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    if (line && glyph.baseline - baseline <= SAME_LINE * Math.min(glyph.size, line[0]?.size ?? glyph.size)) {
      line.push(glyph);
    } else {
      lines.push([glyph]);
      baseline = glyph.baseline;
    }
  }
  return lines.map((line) => {
    const sorted = line.sort((a, b) => a.left - b.left);
    return sorted.filter((glyph, i) => {
      for (let j = i - 1; j >= 0 && glyph.left - (sorted[j]?.left ?? 0) < DOUBLE_PRINT * glyph.size; j--) {
        if (sorted[j]?.text === glyph.text) return false;
      }
      return true;
    });
  });
};

/** Cuts a line from left to right into words wherever `parts` says so for two neighbours. */
export const cutLine = (line: readonly Glyph[], parts: (before: Glyph, after: Glyph) => boolean): Word[] => {
  const groups: Glyph[][] = [];
  for (const glyph of line) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && !parts(before, glyph)) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups.map(wordOf);
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

export const isDigit = (text: string): boolean => /^[\d.,]$/.test(text);

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
