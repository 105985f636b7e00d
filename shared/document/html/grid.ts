import { LIMITS } from '../limits.ts';

/** Where a cell stands in the grid, counted from 0. */
export interface Slot {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * The grid of an HTML table, formed row by row: a cell takes the first free column of its row, and a cell that
 * spans rows keeps its columns occupied below (HTML Living Standard, 4.9.12.1 Forming a table).
 */
export class Grid {
  #row = -1;
  #column = 0;
  /** By column: the first row that is free again. */
  #freeFrom: number[] = [];

  nextRow(): void {
    this.#row++;
    this.#column = 0;
  }

  place(rowSpan: number, columnSpan: number): Slot {
    if (this.#row < 0) this.nextRow();
    while ((this.#freeFrom[this.#column] ?? 0) > this.#row) this.#column++;
    const slot = { row: this.#row, column: this.#column, rowSpan, columnSpan };
    for (let i = 0; i < columnSpan; i++) this.#freeFrom[this.#column + i] = this.#row + rowSpan;
    this.#column += columnSpan;
    return slot;
  }
}

/** A span attribute as a number of at least 1, cut at the limit; anything unreadable is 1. */
export const toSpan = (attribute: string | undefined): number => {
  const span = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), LIMITS.span.limit) : 1;
};
