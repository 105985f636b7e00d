import type { CellShape, RowShape } from '../bordered-table/row-shape.ts';
import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';

const plainCell = (): { -readonly [K in keyof CellShape]: CellShape[K] } => ({
  joinsLeft: false,
  vertical: 'alone',
});

/** The definition of a row as it is read: from `\trowd` on, each `\cellx` closes the definition of a cell. */
export class RowDraft {
  readonly #edges: number[] = [];
  readonly #cells: CellShape[] = [];
  #cell = plainCell();
  #left = 0;
  #shape: RowShape | undefined;

  /** Reads a control word of a row's definition; false for every other. */
  take(word: string, value: number | undefined): boolean {
    if (word === 'cellx') this.#closeCell(value ?? 0);
    else if (word === 'clmrg') this.#cell.joinsLeft = true;
    else if (word === 'clvmgf') this.#cell.vertical = 'start';
    else if (word === 'clvmrg') this.#cell.vertical = 'joined';
    else if (word === 'trleft') this.#left = value ?? 0;
    else return false;
    this.#shape = undefined;
    return true;
  }

  #closeCell(edge: number): void {
    if (this.#cells.length >= LIMITS.span.limit) throw overLimit('span');
    this.#edges.push(edge);
    this.#cells.push(this.#cell);
    this.#cell = plainCell();
  }

  /** The shape of a row with this definition, which holds for further rows until the next one. */
  toShape(): RowShape | undefined {
    if (this.#cells.length === 0) return undefined;
    // Simple writers leave the left border out, and number the others from 0 or 1.
    const left = Math.min(this.#left, this.#edges[0]! - 1);
    this.#shape ??= { edges: [left, ...this.#edges], cells: [...this.#cells] };
    return this.#shape;
  }
}
