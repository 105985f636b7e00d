import type { Piece } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';
import { type SpareCells, windowOf } from '../window.ts';
import type { Entry } from './entry.ts';
import type { HeadColumns } from './head-columns.ts';
import { FORM_ORDER, type ValueOrder } from './head-order.ts';

const WIDTH = APPLICANTS.length;

const isBlank = (piece: Piece): boolean => piece.value.state === 'blank';

const covers = (piece: Piece, column: number): boolean =>
  piece.column !== undefined && piece.column <= column && column < piece.column + (piece.columnSpan ?? 1);

/** The head's columns from left to right are in the order in which its words are read. */
const agrees = (head: HeadColumns, order: readonly number[]): boolean =>
  head.order.every((place, index) => place === order[index]);

/**
 * By the head: every column of the head has a cell of its own in the row. Numbers beside the head's columns, empty
 * cells on both sides of them, or a row of unusual length tell that the row is shifted against the head.
 */
const byHead = ({ cells, values, full }: Entry, { columns, width }: HeadColumns): Piece[] | undefined => {
  const placed: Piece[] = [];
  for (const column of columns) {
    const piece = cells.find((cell) => covers(cell, column));
    // A label that nobody knows is no value, though it stands under one of the head's columns.
    if (piece === undefined || placed.includes(piece) || !values.includes(piece)) return undefined;
    placed.push(piece);
  }
  if (values.length === WIDTH) return placed;
  const beside = values.filter((piece) => !placed.includes(piece));
  if (!beside.every(isBlank) || !full) return undefined;
  const before = beside.some((piece) => piece.column! < columns[0]!);
  return before && width > Math.max(...columns) + 1 ? undefined : placed;
};

/** One empty cell over the whole row says that every column is empty. */
const oneBlank = (values: readonly Piece[]): Piece[] | undefined => {
  const [only] = values;
  const spans = only && isBlank(only) && (only.columnSpan ?? 1) >= WIDTH && values.length === 1;
  return spans ? APPLICANTS.map(() => only) : undefined;
};

/**
 * A row that begins with the empty cells of a merge has every cell in its place, and as many spare ones behind as
 * other rows. One that has not was shifted by a broken span: its first empty value may be none of its own.
 */
const isShifted = ({ cells, columns, values }: Entry, { where, usual }: SpareCells): boolean => {
  const [first] = cells;
  const inPlace = !columns && first !== undefined && first !== values[0] && isBlank(first);
  return inPlace && where === 'behind' && isBlank(values[0]!) && values.length - WIDTH !== usual;
};

/** By count: exactly seven, spare empty cells left out, in the order of the head. */
const byCount = (entry: Entry, order: readonly number[], spare: SpareCells): readonly Piece[] | undefined => {
  const row = isShifted(entry, spare) ? undefined : windowOf(entry, WIDTH, spare);
  return order === FORM_ORDER ? row : row && order.map((place) => row[place]!);
};

/** The row's seven cells in the form's order, or undefined where their columns are not certain. */
export const placeValues = (
  entry: Entry,
  order: ValueOrder,
  head: HeadColumns | undefined,
  spare: SpareCells,
): readonly Piece[] | undefined => {
  if (!order) return undefined;
  const grid = entry.columns ? head : undefined;
  const agreed = grid !== undefined && agrees(grid, order);
  // Broken spans shift a head against its rows; an order other than the form's must show in the grid as well.
  if (grid && !agreed && order !== FORM_ORDER) return undefined;
  return (
    (agreed ? byHead(entry, grid) : undefined) ??
    (entry.borders ? oneBlank(entry.values) : undefined) ??
    byCount(entry, order, spare)
  );
};
