/**
 * A table row as word processors state it: the positions of its cells' borders, one more than cells, from left to
 * right in twips, and which cells go on with the one on their left or above them.
 */
export interface RowShape {
  readonly edges: readonly number[];
  readonly cells: readonly CellShape[];
}

export interface CellShape {
  /** Merged with the cell on its left. */
  readonly joinsLeft: boolean;
  /** `start`: cells below may join this one; `joined`: merged with the cell above. */
  readonly vertical: 'alone' | 'start' | 'joined';
}
