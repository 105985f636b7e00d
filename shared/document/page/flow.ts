import { mergeRules } from './merge-rules.ts';
import type { Glyph, Page } from './page.ts';
import { fillGrid, holds, type PageTable } from './page-table.ts';
import type { TextLine } from './paragraphs.ts';
import { type RuledGrid, ruledGrids } from './ruled-grid.ts';
import type { Segment, SegmentLine } from './segment.ts';
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

const segmentsOf = (glyphs: readonly Glyph[], whole: string, page: number): Segment[] => {
  const words = cutLine(glyphs, (before, after) => after.left - before.right > COLUMN_GAP * before.size);
  return words.map(({ glyphs: own, left, right }) => {
    let [top, bottom] = [Number.POSITIVE_INFINITY, 0];
    for (const glyph of own) {
      top = Math.min(top, glyph.top);
      bottom = Math.max(bottom, glyph.bottom);
    }
    const text = words.length === 1 ? whole : lineText(own);
    return { text, left, right, at: { page, box: [round(left), round(top), round(right), round(bottom)] } };
  });
};

const lineOf = (glyphs: readonly Glyph[], page: number): FlowLine => {
  const text = lineText(glyphs);
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return {
    kind: 'line',
    page,
    glyphs,
    segments: segmentsOf(glyphs, text, page),
    text,
    left: glyphs[0]?.left ?? 0,
    right: glyphs.reduce((right, glyph) => Math.max(right, glyph.right), 0),
    top: glyphs.reduce((top, glyph) => Math.min(top, glyph.top), Infinity),
    bottom: glyphs.reduce((bottom, glyph) => Math.max(bottom, glyph.bottom), 0),
    baseline: glyphs[0]?.baseline ?? 0,
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
  };
};

const area = ({ xs, ys }: RuledGrid): number =>
  ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));

/** The tables and the lines of text of a page (counted from 1), from top to bottom. */
export const flowOf = (page: Page, number: number): FlowItem[] => {
  // A table inside another's cell comes first, so that its text is its own.
  const grids = ruledGrids(mergeRules(page.rules)).sort((a, b) => area(a) - area(b));
  const inGrid = new Map<RuledGrid, Glyph[]>(grids.map((grid) => [grid, []]));
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const grid = grids.find((candidate) => holds(candidate, glyph));
    (grid ? inGrid.get(grid) : outside)?.push(glyph);
  }
  const items: FlowItem[] = textLines(outside).map((glyphs) => lineOf(glyphs, number));
  for (const [grid, glyphs] of inGrid) {
    if (glyphs.length === 0) continue;
    const table = fillGrid(grid, glyphs, number);
    items.push({ kind: 'ruled', page: number, top: table.ys[0] ?? 0, table });
  }
  return items.sort((a, b) => a.top - b.top);
};
