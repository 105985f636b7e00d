import { mergeRules } from './merge-rules.ts';
import type { Glyph, Page } from './page.ts';
import { fillGrid, type PageTable } from './page-table.ts';
import type { TextLine } from './paragraphs.ts';
import { type RuledGrid, ruledGrids } from './ruled-grid.ts';
import type { Segment, SegmentLine } from './segment.ts';
import { withStruckOut } from './struck-out.ts';
import { cutLine, lineText, textLines } from './text-lines.ts';

/** A line of text outside ruled tables. Lengths in points. */
export interface FlowLine extends TextLine, SegmentLine {
  readonly kind: 'line';
  readonly top: number;
  readonly bottom: number;
}

export interface FlowTable {
  readonly kind: 'ruled';
  readonly page: number;
  readonly top: number;
  readonly table: PageTable;
}

export type FlowItem = FlowLine | FlowTable;

/** Gap (in heights of the font) that keeps the columns of a table without ruling lines apart. */
const COLUMN_GAP = 1.6;

const round = (x: number): number => Math.round(x * 100) / 100;

/** Top and bottom of characters on a line. */
const heightOf = (glyphs: readonly Glyph[]): { top: number; bottom: number } => {
  let [top, bottom] = [Number.POSITIVE_INFINITY, 0];
  for (const glyph of glyphs) {
    top = Math.min(top, glyph.top);
    bottom = Math.max(bottom, glyph.bottom);
  }
  return { top, bottom };
};

const segmentsOf = (glyphs: readonly Glyph[], whole: string, page: number): Segment[] => {
  const words = cutLine(glyphs, (before, after) => after.left - before.right > COLUMN_GAP * before.size);
  return words.map(({ glyphs: own, left, right }) => {
    const { top, bottom } = heightOf(own);
    const text = words.length === 1 ? whole : lineText(own);
    return { text, left, right, at: { page, box: [round(left), round(top), round(right), round(bottom)] } };
  });
};

const middleOf = (sizes: number[]): number => sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;

const lineOf = (glyphs: readonly Glyph[], page: number): FlowLine => {
  const text = lineText(glyphs);
  const { top, bottom } = heightOf(glyphs);
  let right = 0;
  for (const glyph of glyphs) right = Math.max(right, glyph.right);
  const { left, baseline } = glyphs[0]!;
  const size = middleOf(glyphs.map((glyph) => glyph.size));
  const segments = segmentsOf(glyphs, text, page);
  return { kind: 'line', page, glyphs, segments, text, left, right, top, bottom, baseline, size };
};

/** A grid with its outermost edges, and the characters whose middle lies between them. */
interface Frame {
  readonly grid: RuledGrid;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly glyphs: Glyph[];
}

const frameOf = (grid: RuledGrid): Frame => {
  const { xs, ys } = grid;
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return { grid, left, right, top, bottom, glyphs: [] };
};

const area = ({ left, right, top, bottom }: Frame): number => (right - left) * (bottom - top);

/** The first frame that holds the character. */
const frameAround = (frames: readonly Frame[], glyph: Glyph): Frame | undefined => {
  const x = (glyph.left + glyph.right) / 2;
  const y = (glyph.top + glyph.bottom) / 2;
  for (const frame of frames) {
    if (x >= frame.left && x < frame.right && y >= frame.top && y < frame.bottom) return frame;
  }
  return undefined;
};

/** The tables and the lines of text of a page (counted from 1), from top to bottom. */
export const flowOf = (page: Page, number: number): FlowItem[] => {
  const printed = withStruckOut({ glyphs: page.glyphs, rules: mergeRules(page.rules) });
  // A table inside another's cell comes first, so that its text is its own.
  const frames = ruledGrids(printed.rules)
    .map(frameOf)
    .sort((a, b) => area(a) - area(b));
  const outside: Glyph[] = [];
  for (const glyph of printed.glyphs) (frameAround(frames, glyph)?.glyphs ?? outside).push(glyph);
  const items: FlowItem[] = textLines(outside).map((glyphs) => lineOf(glyphs, number));
  for (const { grid, glyphs } of frames) {
    if (glyphs.length === 0) continue;
    const table = fillGrid(grid, glyphs, number);
    items.push({ kind: 'ruled', page: number, top: table.ys[0] ?? 0, table });
  }
  return items.sort((a, b) => a.top - b.top);
};
