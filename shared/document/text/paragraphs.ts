import type { Paragraph } from '../document.ts';
import { displayWidth, firstColumn, type Line } from './lines.ts';

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

/**
 * The width at which a text was wrapped, in columns; undefined when its lines are whole paragraphs.
 * Converters wrap near one width, so many lines end close to the widest and none goes far beyond.
 */
export const wrapWidth = (lines: readonly Line[]): number | undefined => {
  const widths = lines
    // No line is more than twice as wide as it is long.
    .filter(({ text }) => text.length > LEAST_WIDTH / 2)
    .map((line) => displayWidth(line.text.trimEnd()))
    .filter((width) => width > LEAST_WIDTH)
    .sort((a, b) => a - b);
  if (widths.length < 6) return undefined;
  const wide = widths[Math.floor(widths.length * 0.85)]!;
  const near = widths.filter((width) => Math.abs(width - wide) <= SLACK).length;
  return wide >= 44 && wide <= 130 && near >= widths.length * 0.4 ? wide : undefined;
};

/** Lines of running text as paragraphs; where the text was wrapped (`width`), wrapped lines are joined again. */
export const toParagraphs = (lines: readonly Line[], width: number | undefined): Paragraph[] => {
  const paragraphs: (Paragraph & { text: string; open: boolean })[] = [];
  for (const line of lines) {
    const text = line.text.trim();
    const last = paragraphs.at(-1);
    if (text === '') {
      if (last) last.open = false;
      continue;
    }
    const full = width !== undefined && displayWidth(line.text.trimEnd()) >= width - SLACK;
    const centred = firstColumn(line.text) > MOST_INDENT;
    const open = full && !centred && !SENTENCE_END.test(text) && !HEADING.test(text);
    if (last?.open && !OWN_BEGINNING.test(text)) {
      last.text += text;
      last.open = open;
    } else {
      const at = { line: line.number, column: firstColumn(line.text) };
      paragraphs.push({ kind: 'paragraph', text, at, open });
    }
  }
  return paragraphs.map(({ kind, text, at }) => ({ kind, text, at }));
};
