import type { CellShape, RowShape } from '../bordered-table/row-shape.ts';
import type { ByteSource } from './byte-source.ts';

/** A table row while the modifiers of its end mark are applied one after the other. */
export interface RowDefinition {
  edges: number[];
  /** By cell: the two bits of `horzMerge` and of `vertMerge` ([MS-DOC] 2.9.317). */
  merges: { horizontal: number; vertical: number }[];
}

const plainCell = () => ({ horizontal: 0, vertical: 0 });
const CELL_SIZE = 20;
/** [MS-DOC] 2.9.324: a row has at most 63 cells; older versions allowed 64. */
const MOST_CELLS = 64;

/** Applies one modifier to a row; `size` is that of the operand at `at`. */
type Change = (row: RowDefinition, source: ByteSource, at: number, size: number) => void;

/** [MS-DOC] 2.9.318: count of cells, borders as positions of 16 bits, then what is known of each cell. */
const define: Change = (row, source, at, size) => {
  const count = source.u8(at);
  if (size < 1 + 2 * (count + 1)) return;
  row.edges = [];
  for (let i = 0; i <= count; i++) row.edges.push(source.i16(at + 1 + 2 * i));
  const cells = at + 1 + 2 * (count + 1);
  row.merges = [];
  for (let i = 0; i < count; i++) {
    const cell = cells + CELL_SIZE * i;
    const known = cell + CELL_SIZE <= at + size;
    const bits = known ? source.u16(cell) : 0;
    row.merges.push({ horizontal: bits & 3, vertical: (bits >> 5) & 3 });
  }
};

/** The cells that a range of indices names, as far as the row has them. */
const range = (row: RowDefinition, source: ByteSource, at: number): [first: number, end: number] => [
  source.u8(at),
  Math.min(source.u8(at + 1), row.merges.length),
];

const setWidths = (row: RowDefinition, first: number, end: number, width: number): void => {
  for (let i = first; i < end; i++) {
    const shift = row.edges[i]! + width - row.edges[i + 1]!;
    for (let k = i + 1; k < row.edges.length; k++) row.edges[k]! += shift;
  }
};

/** What the modifiers of the table group do, by their codes. */
export const ROW_CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  // sprmTDefTable
  [54792, define],
  // sprmTDxaLeft moves the whole row so that its left border stands there.
  [
    38401,
    (row, source, at) => {
      const shift = source.i16(at) - (row.edges[0] ?? 0);
      row.edges = row.edges.map((edge) => edge + shift);
    },
  ],
  // sprmTInsert: some rows are defined by this alone.
  [
    30241,
    (row, source, at) => {
      const first = Math.min(source.u8(at), row.merges.length);
      const count = Math.min(source.u8(at + 1), MOST_CELLS - row.merges.length);
      const width = source.u16(at + 2);
      if (row.edges.length === 0) row.edges.push(0);
      for (let i = first; i < first + count; i++) {
        row.merges.splice(i, 0, plainCell());
        row.edges.splice(i + 1, 0, row.edges[i]!);
        setWidths(row, i, i + 1, width);
      }
    },
  ],
  // sprmTDelete
  [
    22050,
    (row, source, at) => {
      const [first, end] = range(row, source, at);
      for (let i = end - 1; i >= first; i--) {
        setWidths(row, i, i + 1, 0);
        row.merges.splice(i, 1);
        row.edges.splice(i + 1, 1);
      }
    },
  ],
  // sprmTDxaCol
  [30243, (row, source, at) => setWidths(row, ...range(row, source, at), source.u16(at + 2))],
  // sprmTMerge, sprmTSplit
  [
    22052,
    (row, source, at) => {
      const [first, end] = range(row, source, at);
      for (let i = first; i < end; i++) row.merges[i]!.horizontal = i === first ? 2 : 1;
    },
  ],
  [
    22053,
    (row, source, at) => {
      const [first, end] = range(row, source, at);
      for (let i = first; i < end; i++) row.merges[i]!.horizontal = 0;
    },
  ],
  // sprmTVertMerge
  [
    54827,
    (row, source, at) => {
      const cell = row.merges[source.u8(at)];
      if (cell) cell.vertical = source.u8(at + 1) & 3;
    },
  ],
]);

/**
 * The row as its cells' borders and merges. Which value of `horzMerge` begins a merged set is told by which comes
 * first: the 1997 description and [MS-DOC] 2.9.317 name them the other way round.
 */
export const toRowShape = ({ edges, merges }: RowDefinition): RowShape => {
  let first = 0;
  const cells = merges.map(({ horizontal, vertical }): CellShape => {
    if (horizontal === 0) first = 0;
    else if (first === 0) first = horizontal;
    const joinsLeft = horizontal !== 0 && horizontal !== first;
    // 1: joined to the cell above; 3: the first of its set ([MS-DOC] 2.9.344).
    return { joinsLeft, vertical: vertical === 1 ? 'joined' : vertical === 0 ? 'alone' : 'start' };
  });
  return { edges, cells };
};
