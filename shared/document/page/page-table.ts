import { cellText } from './cell-text.ts';
import type { Glyph } from './page.ts';
import type { Region, RuledGrid } from './ruled-grid.ts';
import { cutLine, isDigit, textLines, type Word, wordOf } from './text-lines.ts';

/** A cell with its text and its place on its page, in points from the page's top left corner. */
export interface PageCell extends Region {
  readonly text: string;
  readonly page: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** A table, or the part of one that stands on one page. */
export interface PageTable {
  readonly page: number;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rows: number;
  readonly cells: readonly PageCell[];
  /** See `RuledGrid.regular`. */
  readonly regular: boolean;
}

/** Gap (in heights of the font) that parts words; those of one cell come together again. */
const WORD_GAP = 0.25;
/** How far a character may reach over a border and still stand on its side of it (heights of the font). */
const OVERHANG = 0.2;
/** Digits nearer to each other than this are one number, whatever line runs between them. */
const TOUCHING = 0.1;
/** Regions narrower than this (points) are the inside of a double line. */
const DOUBLE_LINE = 5;

/** Which interval between edges holds the position; -1 outside. */
const interval = (edges: readonly number[], position: number): number => {
  for (let i = 0; i + 1 < edges.length; i++) {
    if (position >= (edges[i] ?? 0) && position < (edges[i + 1] ?? 0)) return i;
  }
  return -1;
};

/**
 * Cuts a line at gaps and at borders. A border that runs through a character does not cut: a number too wide
 * for its cell stays whole, and goes where its middle is.
 */
const wordsOf = (line: readonly Glyph[], grid: RuledGrid): Word[] => {
  const { middle, left, right } = wordOf(line);
  const borders: number[] = [];
  for (const { position, from, to } of grid.verticals) {
    if (middle >= from && middle <= to && position > left && position < right) borders.push(position);
  }
  return cutLine(line, (before, after) => {
    const gap = after.left - before.right;
    if (gap > WORD_GAP * before.size) return true;
    if (gap < TOUCHING * before.size && isDigit(before.text) && isDigit(after.text)) return false;
    const overhang = OVERHANG * before.size;
    for (const border of borders) {
      if (before.right <= border + overhang && after.left >= border - overhang) return true;
    }
    return false;
  });
};

/** Takes away a side that no line closes and that holds no text of its own. */
const withoutEmptySides = (table: PageTable, open: RuledGrid['open']): PageTable => {
  const { xs, ys, cells } = table;
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const empty = (own: (cell: PageCell) => boolean): boolean =>
    cells.every((cell) => !own(cell) || !cell.text);
  const left = open.left && empty(({ columnTo }) => columnTo === 1) ? 1 : 0;
  const right = open.right && empty(({ column }) => column === columns - 1) ? columns - 1 : columns;
  const top = open.top && empty(({ rowTo }) => rowTo === 1) ? 1 : 0;
  const bottom = open.bottom && empty(({ row }) => row === rows - 1) ? rows - 1 : rows;
  if (left === 0 && top === 0 && right === columns && bottom === rows) return table;
  const kept = cells
    .map((cell) => ({
      ...cell,
      row: Math.max(cell.row, top) - top,
      rowTo: Math.min(cell.rowTo, bottom) - top,
      column: Math.max(cell.column, left) - left,
      columnTo: Math.min(cell.columnTo, right) - left,
    }))
    .filter((cell) => cell.rowTo > cell.row && cell.columnTo > cell.column);
  return {
    ...table,
    xs: xs.slice(left, right + 1),
    ys: ys.slice(top, bottom + 1),
    rows: bottom - top,
    cells: kept,
  };
};

/** Puts the characters that a grid holds into its cells. `page` counts from 1. */
export const fillGrid = (grid: RuledGrid, glyphs: readonly Glyph[], page: number): PageTable => {
  const { xs, ys, regions } = grid;
  const columns = xs.length - 1;
  const owner = new Int32Array(columns * (ys.length - 1));
  for (const [index, region] of regions.entries()) {
    for (let row = region.row; row < region.rowTo; row++) {
      for (let column = region.column; column < region.columnTo; column++) {
        owner[row * columns + column] = index;
      }
    }
  }
  const words: Word[][] = regions.map(() => []);
  for (const line of textLines(glyphs)) {
    for (const word of wordsOf(line, grid)) {
      const row = interval(ys, word.middle);
      const column = interval(xs, (word.left + word.right) / 2);
      if (row >= 0 && column >= 0) words[owner[row * columns + column] ?? 0]?.push(word);
    }
  }
  const cells: PageCell[] = [];
  for (const [index, region] of regions.entries()) {
    const left = xs[region.column] ?? 0;
    const right = xs[region.columnTo] ?? 0;
    const top = ys[region.row] ?? 0;
    const bottom = ys[region.rowTo] ?? 0;
    const text = cellText(words[index] ?? [], right - left);
    if (!text && Math.min(right - left, bottom - top) < DOUBLE_LINE) continue;
    const { row, rowTo, column, columnTo } = region;
    cells.push({ row, rowTo, column, columnTo, text, page, box: [left, top, right, bottom] });
  }
  return withoutEmptySides({ page, xs, ys, rows: ys.length - 1, cells, regular: grid.regular }, grid.open);
};
