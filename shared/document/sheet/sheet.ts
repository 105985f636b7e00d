/** A cell as printed; row and column count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Whether a line is drawn around it: an empty cell with lines is a blank of a form. */
  readonly bordered: boolean;
}

/** A merged area, its last row and column included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One visible sheet of a workbook: cells that hold text or have lines, in no particular order. */
export interface Sheet {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
}
