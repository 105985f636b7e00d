import type { Piece } from './rows.ts';

const DIGITS = /^[\d.,\s]+$/;

/** A value, or digits that are several values glued together. */
export const isValue = (piece: Piece): boolean =>
  piece.labels.length === 0 && (piece.value.state !== 'unreadable' || DIGITS.test(piece.text));

/** A value that is not empty. */
export const isNumber = (piece: Piece): boolean => isValue(piece) && piece.value.state !== 'blank';
