/** Text and tables of one place (a body, a cell, a text box) before tables inside tables are sorted out. */
export type Flow = readonly FlowBlock[];

export type FlowBlock = string | Grid;

export interface Grid {
  readonly cells: readonly GridCell[];
  /** Whether all rows fill the same number of grid columns, so that a column number means the same in each. */
  readonly even: boolean;
}

/** Row and column count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: Flow;
}
