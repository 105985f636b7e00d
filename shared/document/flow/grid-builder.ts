import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import type { Flow, Grid, GridCell } from './flow.ts';

/** How a cell joins its neighbours; spans count from 1. */
export interface Joining {
  readonly columnSpan: number;
  /** Where the source states it on the first cell, as OpenDocument does. */
  readonly rowSpan?: number;
  /** Where the source marks each cell of a merge instead, as WordprocessingML does. */
  readonly vertical?: 'restart' | 'continue';
  readonly horizontal?: 'restart' | 'continue';
}

type OpenCell = { -readonly [K in keyof GridCell]: GridCell[K] };

const within = (span: number, least = 1): number => {
  if (span > LIMITS.span.limit) throw overLimit('span');
  return Math.max(least, span);
};

/** Lays cells that come row by row onto a grid and resolves merges; covered cells are not listed. */
export class GridBuilder {
  readonly #cells: OpenCell[] = [];
  /** The cell that a merge downwards would continue, by its first column. */
  readonly #above = new Map<number, OpenCell>();
  readonly #widths: number[] = [];
  #row = -1;
  #column = 0;
  #even = true;
  /** Columns that the cell added last covers to its right. */
  #covered = 0;

  beginRow(): void {
    this.#row++;
    this.#column = 0;
    this.#covered = 0;
  }

  endRow(): void {
    this.#widths[this.#row] = this.#column;
  }

  /** How many cells the row that ended last has of its own. */
  get cellsInRow(): number {
    const before = this.#cells.findLastIndex(({ row }) => row !== this.#row);
    return this.#cells.length - 1 - before;
  }

  /** Repeats the row that ended last, which has `count` cells of its own. */
  repeatRow(count: number): void {
    const cells = this.#cells.slice(this.#cells.length - count);
    this.#widths.push(this.#column);
    this.#row++;
    for (const cell of cells) this.#cells.push({ ...cell, row: this.#row });
  }

  /** Takes back the row begun last, as if it had never been there. */
  dropRow(): void {
    while (this.#cells.at(-1)?.row === this.#row) this.#cells.pop();
    this.#row--;
  }

  /** Leaves columns without a cell: covered by another cell, or before and after the row's own cells. */
  skip(columns: number): void {
    this.#column += within(columns, 0);
  }

  /** Passes cells that the source lists though others cover them: to the right of a cell, or from above. */
  cover(columns: number): void {
    const right = Math.min(columns, this.#covered);
    this.#covered -= right;
    this.skip(columns - right);
  }

  /** Says that the source itself makes columns doubtful, as tracked changes of cells do. */
  doubt(): void {
    this.#even = false;
  }

  add(content: Flow, joining: Joining): void {
    const { columnSpan, rowSpan = 1, vertical, horizontal } = joining;
    const row = Math.max(0, this.#row);
    const column = this.#column;
    const span = within(columnSpan);
    this.#column += span;
    this.#covered = span - 1;
    const left = this.#cells.at(-1);
    if (horizontal === 'continue' && left?.row === row) {
      left.columnSpan = within(left.columnSpan + span);
      return;
    }
    const above = this.#above.get(column);
    if (vertical === 'continue' && above && above.columnSpan === span && above.row + above.rowSpan === row) {
      above.rowSpan = within(above.rowSpan + 1);
      return;
    }
    const cell: OpenCell = { row, column, rowSpan: within(rowSpan), columnSpan: span, content };
    this.#cells.push(cell);
    if (vertical) this.#above.set(column, cell);
    else this.#above.delete(column);
  }

  finish(): Grid {
    const width = this.#widths.reduce((widest, columns) => Math.max(widest, columns), 0);
    const counts = new Map<number, number>();
    for (const { row } of this.#cells) counts.set(row, (counts.get(row) ?? 0) + 1);
    for (const cell of this.#cells) {
      // A row of one cell is a heading over the whole table, even where the writer forgot its span.
      if (counts.get(cell.row) === 1 && cell.column === 0 && cell.rowSpan === 1) cell.columnSpan = width;
    }
    const uneven = this.#widths.some((w, row) => w !== width && (counts.get(row) ?? 0) > 1);
    return { cells: this.#cells, even: this.#even && !uneven };
  }
}
