import type { Piece } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';
import type { Entry } from './entries.ts';

/** Columns of a table's head by applicant, in the form's order. */
export type HeadColumns = readonly number[];

const WIDTH = APPLICANTS.length;

const isBlank = (piece: Piece): boolean => piece.value.state === 'blank';

const covers = (piece: Piece, column: number): boolean =>
  piece.column !== undefined && piece.column <= column && column < piece.column + (piece.columnSpan ?? 1);

/** By the head: every column of the head has a cell of its own in the row. */
const byHead = (values: readonly Piece[], head: HeadColumns): Piece[] | undefined => {
  const placed = head.map((column) => values.find((piece) => covers(piece, column)));
  return placed.every((piece) => piece !== undefined && piece.labels.length === 0) &&
    new Set(placed).size === WIDTH
    ? (placed as Piece[])
    : undefined;
};

/** One empty cell over the whole row says that every column is empty. */
const oneBlank = (values: readonly Piece[]): Piece[] | undefined => {
  const [only] = values;
  const spans = only && isBlank(only) && (only.columnSpan ?? 1) >= WIDTH && values.length === 1;
  return spans ? APPLICANTS.map(() => only) : undefined;
};

/** By count: exactly seven, after empty cells at the end that no column of the form accounts for. */
const byCount = (values: readonly Piece[]): Piece[] | undefined => {
  if (values.length < WIDTH) return undefined;
  const surplus = values.slice(WIDTH);
  if (!surplus.every(isBlank)) return undefined;
  const row = values.slice(0, WIDTH);
  // Where empty cells also stand at the end of the seven, an empty cell may have moved there from the middle.
  if (surplus.length > 0 && isBlank(row.at(-1)!) && !row.every(isBlank)) return undefined;
  return row;
};

/** The row's seven cells in the form's order, or undefined where their columns are not certain. */
export const placeValues = (entry: Entry, head: HeadColumns | undefined): Piece[] | undefined => {
  const { values } = entry;
  return (
    (entry.columns && head ? byHead(entry.cells, head) : undefined) ??
    (entry.borders ? oneBlank(values) : undefined) ??
    byCount(values)
  );
};
