import type { Piece, Row } from '../rows.ts';
import { isNumber, isValue } from '../value-piece.ts';

/** Every label of the form has Chinese characters, and nearly every one ends with one. */
const WORD = /\p{Script=Han}/u;
const hasWord = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return (last >= 0x4e00 && last <= 0x9fff) || WORD.test(text);
};

/** A row's cells, as what labels it and what is printed for it. */
export interface SplitCells {
  readonly labels: readonly Piece[];
  readonly values: readonly Piece[];
}

/** Label cells, then value cells: a value before the last label is no value of the row. */
export const splitCells = ({ pieces }: Row): SplitCells => {
  let behind = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    // Text behind the first number stands in a value's cell: it is an unreadable value.
    if (isNumber(piece)) break;
    // So does a text without any word, in front of it.
    if (!isValue(piece) && hasWord(piece.text)) behind = index + 1;
  }
  const labels: Piece[] = [];
  for (let index = 0; index < behind; index++) {
    const piece = pieces[index]!;
    if (piece.text.trim() !== '') labels.push(piece);
  }
  return { labels, values: behind === 0 ? pieces : pieces.slice(behind) };
};
