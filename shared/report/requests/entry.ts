import type { Piece } from '../rows.ts';
import type { ValueOrder } from './head-order.ts';

/** A row of table 三 as found: what labels it, and the values printed for it. */
export interface Entry {
  /** The row of the form that its label names exactly. */
  readonly label: string | undefined;
  /** Everything printed as its label, for comparing with the form where the label is not exact. */
  readonly text: string;
  readonly values: readonly Piece[];
  /** All cells of the row, for reading them against the table's head. */
  readonly cells: readonly Piece[];
  /** The values are cells of one row of a table; else they are words in reading order. */
  readonly borders: boolean;
  readonly columns: boolean;
  readonly table: number;
  /** The row reaches as far as most rows of its table, and all of its cells but the label's are values. */
  readonly full: boolean;
  /** How the head above orders the values. */
  readonly order: ValueOrder;
  /** The values stand on one line. */
  readonly oneLine: boolean;
  /** Digits of one line that hold several values run together, as words that the source keeps apart. */
  readonly glued: readonly string[] | undefined;
}
