import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import type { Merge, Sheet, SheetCell } from './sheet.ts';

export interface PlacedCell extends SheetCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Excel's own limit, so that row and column make one number. */
const COLUMNS = 16_384;

/** One number for a place, for look-ups. */
export const keyOf = (row: number, column: number): number => row * COLUMNS + column;

const merged = (cell: SheetCell, merge: Merge, lastRow: number, lastColumn: number): PlacedCell => {
  // Whole rows and columns are merged now and then: what lies outside the used area is nothing.
  const rowSpan = Math.min(merge.bottom, lastRow) - merge.top + 1;
  const columnSpan = Math.min(merge.right, lastColumn) - merge.left + 1;
  if (rowSpan > LIMITS.span.limit || columnSpan > LIMITS.span.limit) throw overLimit('span');
  const { row, column, text, bordered } = cell;
  return { row, column, text, bordered, rowSpan, columnSpan };
};

/**
 * The cells of a sheet with their spans, covered cells left out, in reading order. Throws `Unreadable` when a
 * limit is passed.
 */
export const placeCells = ({ cells, merges }: Sheet): PlacedCell[] => {
  if (cells.length > LIMITS.cells.limit || merges.length > LIMITS.cells.limit) throw overLimit('cells');
  let lastRow = 0;
  let lastColumn = 0;
  for (const { row, column } of cells) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  const byKey = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const placed: PlacedCell[] = [];
  let covered = 0;
  for (const merge of merges) {
    if (merge.top > lastRow || merge.left > lastColumn) continue;
    const { top, left } = merge;
    const first = byKey.get(keyOf(top, left)) ?? { row: top, column: left, text: '', bordered: false };
    const cell = merged(first, merge, lastRow, lastColumn);
    covered += cell.rowSpan * cell.columnSpan;
    if (covered > LIMITS.cells.limit) throw overLimit('cells');
    for (let row = top; row < top + cell.rowSpan; row++) {
      for (let column = left; column < left + cell.columnSpan; column++) byKey.delete(keyOf(row, column));
    }
    placed.push(cell);
  }
  for (const { row, column, text, bordered } of byKey.values()) {
    placed.push({ row, column, text, bordered, rowSpan: 1, columnSpan: 1 });
  }
  return placed.sort((a, b) => a.row - b.row || a.column - b.column);
};
