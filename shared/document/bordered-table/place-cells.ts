import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import { gridLines } from './columns.ts';
import type { RowShape } from './row-shape.ts';

/** A row with what stands in its cells; no shape where the source states none that fits. */
export interface BorderedRow<Content> {
  readonly shape: RowShape | undefined;
  readonly cells: readonly Content[];
}

/** A cell in the grid, all counted from 0. */
export interface PlacedCell<Content> {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** What stands in the cell; several where cells with content of their own were merged side by side. */
  readonly content: readonly Content[];
}

interface Placing<Content> {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  content: Content[];
}

/** Whether the borders run from left to right and there are as many cells as borders make. */
const fits = <Content>({ shape, cells }: BorderedRow<Content>): boolean =>
  shape !== undefined &&
  shape.cells.length === cells.length &&
  shape.edges.length === cells.length + 1 &&
  shape.edges.every((edge, i) => i === 0 || edge > shape.edges[i - 1]!);

/**
 * Places the cells of a table's rows in one grid, made of the borders of all rows: cells merged sideways become one
 * with a column span, cells merged downwards one with a row span; the covered ones are not listed.
 * Undefined where a row states no borders that fit its cells.
 */
export const placeCells = <Content>(
  rows: readonly BorderedRow<Content>[],
): PlacedCell<Content>[] | undefined => {
  if (!rows.every(fits)) return undefined;
  const lines = gridLines(new Set(rows.map(({ shape }) => shape!.edges)));
  const placed: Placing<Content>[] = [];
  /** By first column: the cell that a cell in the next row can join. */
  let above = new Map<number, Placing<Content>>();
  rows.forEach(({ shape, cells }, row) => {
    const { edges, cells: shapes } = shape!;
    const here = new Map<number, Placing<Content>>();
    for (let i = 0; i < cells.length; ) {
      const first = i++;
      while (shapes[i]?.joinsLeft) i++;
      const column = lines.get(edges[first]!)!;
      const columnSpan = lines.get(edges[i]!)! - column;
      if (columnSpan > LIMITS.span.limit) throw overLimit('span');
      const { vertical } = shapes[first]!;
      const upper = vertical === 'joined' ? above.get(column) : undefined;
      if (upper?.columnSpan === columnSpan) {
        if (++upper.rowSpan > LIMITS.span.limit) throw overLimit('span');
        here.set(column, upper);
        continue;
      }
      const cell = { row, column, rowSpan: 1, columnSpan, content: cells.slice(first, i) };
      placed.push(cell);
      if (vertical !== 'alone') here.set(column, cell);
    }
    above = here;
  });
  return placed;
};
