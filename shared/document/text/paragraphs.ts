import type { Paragraph } from '../document.ts';
import { displayWidth, firstColumn } from './lines.ts';

export const MARKDOWN_HEADING = /^#{1,6}\s+/;

/** Ends a sentence or a heading: the next line is no continuation. */
const SENTENCE_END = /[。；;：:！!？?]["”』」）)]*$/;

/** Begins something of its own: an ordinal, a list mark, a markdown heading, or a number alone, as cells hold. */
const OWN_BEGINNING =
  /^\s*(#{1,6}\s|[-*•]\s|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]+[条部章]|[-—－]\s*\d+\s*[-—－]\s*$|[-+]?\d[\d.,]*\s*$)/;

/** A heading: an ordinal and a few words without a pause. */
const HEADING = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?[^，。；：,;:]{2,26}$/;

/** Lines indented further than this are centred, not wrapped. */
const MOST_INDENT = 10;

/** A line is taken for wrapped when it reaches within this many columns of the widest. */
const SLACK = 8;

/** Lines up to this width are headings and ends of paragraphs: they tell nothing. */
const LEAST_WIDTH = 30;

/** Fewer lines than this tell no width. */
const FEWEST_WIDTHS = 6;

/** The share of the lines that are no wider than what counts as the widest: a few may stand out. */
const WIDE = 0.85;

/** Text wrapped at fewer columns or at more is not met. */
const NARROWEST = 44;
const WIDEST = 130;

/** Longer than any wrapped line, whatever its characters. */
const isUnwrapped = (text: string): boolean => text.length > WIDEST + SLACK;

/** Columns of a line; of one far wider than any wrapped line is, only that it is so. */
const widthOf = (line: string): number => {
  const text = line.trimEnd();
  return isUnwrapped(text) ? text.length : displayWidth(text);
};

/**
 * The width at which a text was wrapped, in columns; undefined when its lines are whole paragraphs. `isText` tells
 * the lines that count from those of tables.
 * Converters wrap near one width, so many lines end close to the widest and none goes far beyond.
 */
export const wrapWidth = (
  lines: readonly string[],
  isText: (index: number) => boolean,
): number | undefined => {
  const texts: string[] = [];
  let unwrapped = 0;
  for (let index = 0; index < lines.length; index++) {
    // No line is more than twice as wide as it is long, which leaves out nearly every cell.
    if (lines[index]!.length <= LEAST_WIDTH / 2 || !isText(index)) continue;
    const text = lines[index]!.trimEnd();
    texts.push(text);
    if (isUnwrapped(text)) unwrapped++;
  }
  // Then the wide lines are paragraphs, without measuring any.
  if (unwrapped >= texts.length - Math.floor(texts.length * WIDE)) return undefined;
  const widths = texts.map(widthOf).filter((width) => width > LEAST_WIDTH);
  if (widths.length < FEWEST_WIDTHS) return undefined;
  widths.sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * WIDE)]!;
  const near = widths.filter((width) => Math.abs(width - wide) <= SLACK).length;
  return wide >= NARROWEST && wide <= WIDEST && near >= widths.length * 0.4 ? wide : undefined;
};

/** The line without the marks of a markdown heading and of bold type. */
const plain = (line: string): string =>
  line.includes('#') || line.includes('**') ? line.replace(MARKDOWN_HEADING, '').replace(/\*\*/g, '') : line;

/**
 * The lines from `start` to `end` of running text as paragraphs; where the text was wrapped (`width`), wrapped lines are
 * joined again.
 */
export const toParagraphs = (
  lines: readonly string[],
  start: number,
  end: number,
  width: number | undefined,
): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let last: (Paragraph & { text: string }) | undefined;
  /** The last paragraph may go on. */
  let open = false;
  for (let index = start; index < end; index++) {
    const line = plain(lines[index]!);
    const text = line.trim();
    if (text === '') {
      open = false;
      continue;
    }
    const column = firstColumn(line);
    if (open && last && !OWN_BEGINNING.test(text)) last.text += text;
    else {
      last = { kind: 'paragraph', text, at: { line: index + 1, column } };
      paragraphs.push(last);
    }
    const full = width !== undefined && widthOf(line) >= width - SLACK;
    open = full && column <= MOST_INDENT && !SENTENCE_END.test(text) && !HEADING.test(text);
  }
  return paragraphs;
};
