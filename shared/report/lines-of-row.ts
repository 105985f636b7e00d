import type { Piece, Row } from './rows.ts';
import { isNumber, isValue } from './value-piece.ts';

const HAN = /\p{Script=Han}/u;
/** 件, 万元: a unit belongs to the number before it. */
const LONGEST_UNIT = 2;

/** Words, and not just a unit. */
export const isWords = (piece: Piece): boolean =>
  !isValue(piece) &&
  HAN.test(piece.text) &&
  (piece.labels.length > 0 || piece.text.trim().length > LONGEST_UNIT);

/**
 * A line without borders may hold several rows of the form: words behind numbers begin another one, so that no row
 * takes the numbers of those behind it.
 */
export const linesOfRow = (row: Row): readonly Row[] => {
  const lines: Row[] = [];
  let from = 0;
  let numbers = false;
  row.pieces.forEach((piece, index) => {
    if (isNumber(piece)) numbers = true;
    else if (numbers && isWords(piece)) {
      lines.push({ ...row, pieces: row.pieces.slice(from, index) });
      from = index;
      numbers = false;
    }
  });
  if (from === 0) return [row];
  return [...lines, { ...row, pieces: row.pieces.slice(from) }];
};
