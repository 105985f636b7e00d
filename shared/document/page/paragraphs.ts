import { isHeading, startsWithOrdinal } from './ordinal.ts';
import type { Glyph } from './page.ts';
import { isWide } from './text-lines.ts';

/** A line of text, in points or, for plain text, in half-width characters. */
export interface TextLine {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Left and right end of a page's body text. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

/** Lengths in heights of the font. */
const INDENTED = 1;
const SLACK = 0.8;
/** Lines of one paragraph stand no further apart than this; three times single spacing. */
const LEADING = 3.2;
/** Sizes of the font within one paragraph differ by less than this share. */
const SAME_SIZE = 0.15;

/** Punctuation that may not begin a line, so that the character before it moves down with it. */
const CLOSING = /^[，。、；：？！）》」』】〕”’,.;:?!)%\]]/;
const SENTENCE_END = /[。！？；：.!?;:]$/;

/** Right end of a line's text; punctuation at its end may hang out over the measure. */
const textEnd = ({ glyphs, right }: TextLine): number => {
  const last = glyphs.at(-1);
  return last && CLOSING.test(last.text) ? Math.max(last.left, right - last.size / 2) : right;
};

/** One line in ten may reach further out without making the measure. */
const OUTLIERS = 0.1;

const measureOf = (lines: readonly TextLine[]): Measure => {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const rights = lines.map(textEnd).sort((a, b) => b - a);
  const skipped = Math.floor(lines.length * OUTLIERS);
  return { left: lefts[skipped] ?? 0, right: rights[skipped] ?? 0 };
};

/** A gap this many times the usual distance of lines parts paragraphs. */
const WIDER = 1.25;

/** Fewer distances than this do not tell what is usual. */
const FEW = 3;

/** The usual distance (points) between the lines of one paragraph by size of the font, where enough lines tell. */
const leadings = (
  lines: readonly TextLine[],
  measure: (line: TextLine) => Measure,
): ReadonlyMap<number, number> => {
  const gaps = new Map<number, number[]>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const long = measure(line).right - line.right < 2 * line.size;
    if (!next || !long || next.page !== line.page || !sameSize(line, next)) continue;
    const key = Math.round(line.size);
    gaps.set(key, [...(gaps.get(key) ?? []), next.baseline - line.baseline]);
  }
  const usual = new Map<number, number>();
  for (const [size, found] of gaps) {
    const middle = found.sort((a, b) => a - b)[Math.floor(found.length / 2)];
    if (found.length >= FEW && middle !== undefined) usual.set(size, middle);
  }
  return usual;
};

/** Width of what would have had to fit on the line before: a character, or a word or number as a whole. */
const firstPiece = ({ glyphs }: TextLine): number => {
  const first = glyphs[0];
  if (!first) return 0;
  let end = 1;
  if (!isWide(first.text)) {
    while (end < glyphs.length && !glyphs[end]?.spaced && !isWide(glyphs[end]?.text ?? '')) end++;
  }
  while (end < glyphs.length && CLOSING.test(glyphs[end]?.text ?? '')) end++;
  return (glyphs[end - 1]?.right ?? first.right) - first.left;
};

const sameSize = (line: TextLine, next: TextLine): boolean =>
  Math.abs(line.size - next.size) <= SAME_SIZE * line.size;

/** Whether `next` goes on with the paragraph that `line` belongs to. */
const continues = (
  line: TextLine,
  next: TextLine,
  before: Measure,
  after: Measure,
  leading: number | undefined,
  slack: number,
): boolean => {
  if (!sameSize(line, next) || isHeading(line.text)) return false;
  if (next.left > after.left + INDENTED * next.size) return false;
  const widest = leading === undefined ? LEADING * line.size : WIDER * leading;
  if (line.page === next.page && next.baseline - line.baseline > widest) return false;
  if (before.right - line.right > firstPiece(next) + slack) return false;
  // Without indents a full last line looks like a wrapped one; a heading after a full stop tells them apart.
  return !(startsWithOrdinal(next.text) && SENTENCE_END.test(line.text));
};

/**
 * Makes a joiner of lines into whole paragraphs. `all` are the document's lines of body text, from which each
 * page's measure is taken; `slack` is how far (in heights of the font) the end of a full line may lie off it.
 */
export const paragraphMaker = <Line extends TextLine>(all: readonly Line[], slack = SLACK) => {
  const byPage = new Map<number, Line[]>();
  for (const line of all) {
    const lines = byPage.get(line.page);
    if (lines) lines.push(line);
    else byPage.set(line.page, [line]);
  }
  const document = measureOf(all);
  const measures = new Map<number, Measure>();
  for (const [page, lines] of byPage) {
    const own = measureOf(lines);
    // A page with a few short lines says nothing about its measure.
    const believable = lines.length >= 5 && own.right - own.left > 0.7 * (document.right - document.left);
    measures.set(page, believable ? own : document);
  }
  const measure = (line: TextLine): Measure => measures.get(line.page) ?? document;
  const usual = leadings(all, measure);

  /** The lines of each whole paragraph, of lines that follow each other without a table in between. */
  return (lines: readonly Line[]): Line[][] => {
    const groups: Line[][] = [];
    for (const line of lines) {
      const group = groups.at(-1);
      const last = group?.at(-1);
      const room = slack * (last?.size ?? 0);
      if (
        group &&
        last &&
        continues(last, line, measure(last), measure(line), usual.get(Math.round(last.size)), room)
      ) {
        group.push(line);
      } else groups.push([line]);
    }
    return groups;
  };
};
