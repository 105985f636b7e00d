import type { Glyph } from './page.ts';
import type { Word } from './text-lines.ts';
import { isWide, joinWrapped, lineText, textLines } from './text-lines.ts';

/** Space between text and border on both sides together: Word's default is 2 × 5.4 points. */
const PADDING = 12;

/**
 * Two numbers on top of each other are one only where the first fills the cell and the second stands right under
 * it: where a row's border was not drawn, they are two rows.
 */
const DIGIT = /\d/;
const WRAPPED_LEADING = 1.5;

const mayJoin = (line: readonly Glyph[], next: readonly Glyph[]): boolean => {
  const [first, last] = [next[0], line.at(-1)];
  if (!first || !last || !DIGIT.test(last.text) || !DIGIT.test(first.text)) return true;
  return line.length > 1 && first.baseline - last.baseline <= WRAPPED_LEADING * first.size;
};

/**
 * The text of one cell of the given width (points). A line that had no room for the next one's first character
 * was wrapped and is put together again; any other line end is kept as `\n`.
 */
export const cellText = (words: readonly Word[], width: number): string => {
  const only = words[0];
  if (!only) return '';
  if (words.length === 1) return lineText(only.glyphs);
  const all: Glyph[] = [];
  for (const { glyphs } of words) for (const glyph of glyphs) all.push(glyph);
  const lines = textLines(all);
  // Labels set upright in a narrow column have one character a line.
  const stacked = lines.length > 2 && lines.every((line) => line.length <= 2 && isWide(line[0]?.text ?? ''));
  let text = '';
  let before: readonly Glyph[] = [];
  for (const line of lines) {
    const next = lineText(line);
    const room = width - (before.at(-1)?.right ?? 0) + (before[0]?.left ?? 0);
    const needed = (line[0]?.right ?? 0) - (line[0]?.left ?? 0) + PADDING;
    const wrapped = stacked || (room < needed && mayJoin(before, line));
    if (before.length === 0) text = next;
    else text = wrapped ? joinWrapped(text, next) : `${text}\n${next}`;
    before = line;
  }
  return text;
};
