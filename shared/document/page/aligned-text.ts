import type { Block, Paragraph } from '../document.ts';
import { alignedBlocks } from './aligned-blocks.ts';
import type { Glyph } from './page.ts';
import { paragraphMaker, type TextLine } from './paragraphs.ts';
import { PAGE_NUMBER } from './running-lines.ts';
import type { Segment, SegmentLine } from './segment.ts';
import { isWide, joinWrapped } from './text-lines.ts';

/** An ideograph takes two columns, which is also the height of the font. */
const SIZE = 2;
/** Columns by which the ends of full lines differ: converters round every word to whole columns. */
const RAGGED = 3;
/** So many spaces keep columns apart. */
const GAP = 2;

interface PlainLine extends TextLine, SegmentLine {
  readonly number: number;
}

/** One line of text as characters at half-width columns. `number` is the line's, `page` counts from 1. */
const plainLine = (text: string, number: number, page: number): PlainLine => {
  const glyphs: Glyph[] = [];
  const segments: (Segment & { text: string; right: number })[] = [];
  let left = 0;
  let spaces = GAP;
  let index = 0;
  for (const character of text) {
    index += character.length;
    if (/\s/.test(character)) {
      const width = character === '\u3000' ? 2 : character === '\t' ? GAP : 1;
      spaces += width;
      left += width;
      continue;
    }
    const right = left + (isWide(character) ? 2 : 1);
    const segment = segments.at(-1);
    if (segment && spaces < GAP) {
      segment.text += (spaces > 0 ? ' ' : '') + character;
      segment.right = right;
    } else {
      const at = { line: number, column: index - character.length + 1 };
      segments.push({ text: character, left, right, at });
    }
    const place = { left, right, top: number * SIZE, bottom: (number + 1) * SIZE, baseline: number * SIZE };
    glyphs.push({ text: character, ...place, size: SIZE, spaced: spaces > 0 });
    spaces = 0;
    left = right;
  }
  return {
    number,
    page,
    glyphs,
    segments,
    text: segments.map((segment) => segment.text).join(' '),
    left: glyphs[0]?.left ?? 0,
    right: left,
    baseline: 0,
    size: SIZE,
  };
};

/** A number alone is a page number only where a page ends; with dashes or 第…页 it is one anywhere. */
const isPageNumber = (line: PlainLine, atBreak: boolean): boolean =>
  line.segments.length === 1 && PAGE_NUMBER.test(line.text) && (atBreak || !/^\d+$/.test(line.text));

/**
 * Lines without blank ones and page numbers. A page ends at a page number or at a form feed, as pdftotext prints
 * it; each page has its own margin.
 */
const printedLines = (lines: readonly string[], firstLine: number): PlainLine[] => {
  const printed: PlainLine[] = [];
  let page = 1;
  for (const [i, text] of lines.entries()) {
    if (text.includes('\f')) page++;
    const line = plainLine(text.replaceAll('\f', ''), firstLine + i, page);
    if (line.glyphs.length === 0) continue;
    const rest = lines.slice(i + 1, i + 4).find((other) => other.trim() !== '' || other.includes('\f'));
    const atBreak = rest === undefined || rest.includes('\f');
    if (isPageNumber(line, atBreak)) page++;
    else printed.push({ ...line, baseline: printed.length * SIZE });
  }
  return printed;
};

const paragraphOf = (lines: readonly PlainLine[]): Paragraph => {
  const first = lines[0]?.segments[0];
  return {
    kind: 'paragraph',
    text: lines.map(({ text }) => text).reduce(joinWrapped),
    at: first?.at ?? { line: 1, column: 1 },
  };
};

/**
 * Reads text whose columns are aligned by spaces, as `pdftotext -layout` prints pages: lines that only a table
 * has become a ragged table, all others whole paragraphs over line and page ends; page numbers are left out.
 * `firstLine` is the number of the first line, counted from 1. Places are line and column of the first character.
 */
export const alignedTextToBlocks = (lines: readonly string[], firstLine = 1): Block[] => {
  const printed = printedLines(lines, firstLine);
  const running = printed.filter(({ segments }) => segments.length === 1);
  return alignedBlocks(printed, paragraphMaker(running, RAGGED), paragraphOf);
};
