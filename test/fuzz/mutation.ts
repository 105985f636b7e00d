/** One change to a text or to bytes: `removed` units from `start` on gave way to `inserted`. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
  readonly what: string;
}

/** A changed file. */
export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly what: string;
  /** Where the change can be told in rows of the source, the rows that it touched. */
  readonly touched?: Touched;
}

/**
 * What a change touched: lines of a text, or rows of a table (both counted from 1, in the unchanged file), and how
 * many lines it added, so that places behind it can be told apart.
 */
export type Touched =
  | { readonly kind: 'lines'; readonly from: number; readonly to: number }
  | { readonly kind: 'rows'; readonly table: number; readonly from: number; readonly to: number };
