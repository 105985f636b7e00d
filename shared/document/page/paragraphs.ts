import type { Paragraph } from '../document.ts';
import type { FlowLine } from './flow.ts';
import { startsWithOrdinal } from './ordinal.ts';
import { isWide, joinWrapped } from './text-lines.ts';

/** Left and right end of a page's body text (points). */
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
const textEnd = ({ glyphs, right }: FlowLine): number => {
  const last = glyphs.at(-1);
  return last && CLOSING.test(last.text) ? Math.max(last.left, right - last.size / 2) : right;
};

/** One line in ten may reach further out without making the measure. */
const OUTLIERS = 0.1;

const measureOf = (lines: readonly FlowLine[]): Measure => {
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
  lines: readonly FlowLine[],
  measure: (line: FlowLine) => Measure,
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
const firstPiece = ({ glyphs }: FlowLine): number => {
  const first = glyphs[0];
  if (!first) return 0;
  let end = 1;
  if (!isWide(first.text)) {
    while (end < glyphs.length && !glyphs[end]?.spaced && !isWide(glyphs[end]?.text ?? '')) end++;
  }
  while (end < glyphs.length && CLOSING.test(glyphs[end]?.text ?? '')) end++;
  return (glyphs[end - 1]?.right ?? first.right) - first.left;
};

const sameSize = (line: FlowLine, next: FlowLine): boolean =>
  Math.abs(line.size - next.size) <= SAME_SIZE * line.size;

/** Whether `next` goes on with the paragraph that `line` belongs to. */
const continues = (
  line: FlowLine,
  next: FlowLine,
  before: Measure,
  after: Measure,
  leading: number | undefined,
): boolean => {
  if (!sameSize(line, next)) return false;
  if (next.left > after.left + INDENTED * next.size) return false;
  const widest = leading === undefined ? LEADING * line.size : WIDER * leading;
  if (line.page === next.page && next.baseline - line.baseline > widest) return false;
  if (before.right - line.right > firstPiece(next) + SLACK * line.size) return false;
  // Without indents a full last line looks like a wrapped one; a heading after a full stop tells them apart.
  return !(startsWithOrdinal(next.text) && SENTENCE_END.test(line.text));
};

const paragraphOf = (lines: readonly FlowLine[]): Paragraph => {
  const first = lines[0];
  const own = lines.filter(({ page }) => page === first?.page);
  const round = (x: number): number => Math.round(x * 100) / 100;
  return {
    kind: 'paragraph',
    text: lines.map(({ text }) => text).reduce(joinWrapped),
    at: {
      page: first?.page ?? 1,
      box: [
        round(Math.min(...own.map(({ left }) => left))),
        round(Math.min(...own.map(({ top }) => top))),
        round(Math.max(...own.map(({ right }) => right))),
        round(Math.max(...own.map(({ bottom }) => bottom))),
      ],
    },
  };
};

/**
 * Makes a joiner of lines into whole paragraphs. `all` are the document's lines of body text, from which each
 * page's measure is taken.
 */
export const paragraphMaker = (all: readonly FlowLine[]) => {
  const byPage = new Map<number, FlowLine[]>();
  for (const line of all) {
    const lines = byPage.get(line.page);
    if (lines) lines.push(line);
    else byPage.set(line.page, [line]);
  }
  const widest = [...byPage.values()].map(measureOf);
  const document = {
    left: Math.min(...widest.map(({ left }) => left)),
    right: Math.max(...widest.map(({ right }) => right)),
  };
  const measures = new Map<number, Measure>();
  for (const [page, lines] of byPage) {
    const own = measureOf(lines);
    // A page with a few short lines says nothing about its measure.
    const believable = lines.length >= 5 && own.right - own.left > 0.8 * (document.right - document.left);
    measures.set(page, believable ? own : document);
  }
  const measure = (line: FlowLine): Measure => measures.get(line.page) ?? document;

  const usual = leadings(all, measure);

  /** Whole paragraphs of lines that follow each other without a table in between. */
  return (lines: readonly FlowLine[]): Paragraph[] => {
    const groups: FlowLine[][] = [];
    for (const line of lines) {
      const group = groups.at(-1);
      const last = group?.at(-1);
      if (
        group &&
        last &&
        continues(last, line, measure(last), measure(line), usual.get(Math.round(last.size)))
      )
        group.push(line);
      else groups.push([line]);
    }
    return groups.map(paragraphOf);
  };
};
