import { labelId } from '../labels.ts';
import type { Piece, Row } from '../rows.ts';
import { isNumber } from '../value-piece.ts';

/** A label that is a row of the form and cannot be one of its columns. */
const namesRowOnly = (piece: Piece): boolean =>
  labelId(piece.labels, 'requestRow') !== undefined && labelId(piece.labels, 'applicant') === undefined;

/** A row that names columns, and neither holds a number nor names a row. */
export const isHead = ({ pieces }: Row): boolean => {
  const last = pieces[pieces.length - 1];
  // So ends nearly every row that is none.
  if (last === undefined || isNumber(last)) return false;
  let headed = false;
  for (const piece of pieces) {
    if (isNumber(piece) || namesRowOnly(piece)) return false;
    headed ||=
      labelId(piece.labels, 'applicant') !== undefined || labelId(piece.labels, 'requestHead') !== undefined;
  }
  return headed;
};
