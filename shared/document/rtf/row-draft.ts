import type { CellShape, RowShape } from '../bordered-table/row-shape.ts';
import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';

const PLAIN: CellShape = { joinsLeft: false, vertical: 'alone' };

/** The definition of a row as it is read: from `\trowd` on, each `\cellx` ends the definition of a cell. */
export class RowDraft {
  /** The left border of the row. */
  left = 0;
  readonly #edges: number[] = [];
  #cells: CellShape[] = [];
  #cell = PLAIN;
  #shape: RowShape | undefined;

  joinLeft(): void {
    this.#cell = { ...this.#cell, joinsLeft: true };
  }

  join(vertical: CellShape['vertical']): void {
    this.#cell = { ...this.#cell, vertical };
  }

  /** Ends the definition of a cell with its right border. */
  endCell(edge: number): void {
    if (this.#cells.length >= LIMITS.span.limit) throw overLimit('span');
    // Rows that were read keep their shape.
    if (this.#shape) this.#cells = [...this.#cells];
    this.#shape = undefined;
    this.#edges.push(edge);
    this.#cells.push(this.#cell);
    this.#cell = PLAIN;
  }

  /** The shape of a row with this definition, which holds for further rows until the next one. */
  toShape(): RowShape | undefined {
    if (this.#cells.length === 0) return undefined;
    // Simple writers leave the left border out, and number the others from 0 or 1.
    const left = Math.min(this.left, this.#edges[0]! - 1);
    this.#shape ??= { edges: [left, ...this.#edges], cells: this.#cells };
    return this.#shape;
  }
}
