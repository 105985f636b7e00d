import type { Cell, Document, Paragraph, Place, Table, TextPlace } from '../document/document.ts';
import { cellValue } from './cell-value.ts';
import { headingOf } from './headings.ts';
import { type Label, labelsOf } from './labels.ts';
import { plainNumber } from './plain-number.ts';
import type { Figure } from './report.ts';
import { ungluePieces } from './unglue.ts';

/** A text with what it may be: a label of the form, a value, or neither. */
export interface Piece {
  readonly text: string;
  readonly at: Place;
  readonly labels: readonly Label[];
  /** What the text says as a value, with its place. */
  readonly value: Figure;
  /** Grid column and width, where the table knows its columns. */
  readonly column: number | undefined;
  readonly columnSpan: number | undefined;
}

/**
 * A row of a table, or a line of running text, in reading order: all formats and layouts come to this. `borders`
 * tells that each piece was a cell of its own row; without them a row of the form may spread over several lines.
 */
export interface Row {
  readonly pieces: readonly Piece[];
  readonly borders: boolean;
  /** Columns are exact: a piece's `column` can be held against the table's head. */
  readonly columns: boolean;
  /** Number of the section that the row is the heading of. */
  readonly section: number | undefined;
  /** Number of the table among the document's blocks, -1 for running text. */
  readonly table: number;
  /** The paragraph it came from, for running text. */
  readonly paragraph?: string;
  /** The format marks that paragraph as a heading. */
  readonly heading?: true;
}

const NO_LABELS: readonly Label[] = [];

const figureOf = (text: string, labels: readonly Label[], at: Place): Figure =>
  labels.length > 0 ? { value: null, state: 'unreadable', raw: text, at } : cellValue(text, at);

const pieceOf = (text: string, at: Place, column?: number, columnSpan?: number): Piece => {
  // Nearly every cell of a report holds such a number or nothing: neither needs folding, or is a label.
  const number = plainNumber(text);
  const labels = number === undefined && text !== '' ? labelsOf(text) : NO_LABELS;
  const value: Figure =
    number === undefined ? figureOf(text, labels, at) : { value: number, state: 'stated', raw: text, at };
  return { text, at, labels, value, column, columnSpan };
};

/** Several numbers kept apart by single spaces only: `12 1 0 0`. */
const SPACED_NUMBERS = /^[-+]?\d[\d.,]*(?:\s+[-+]?\d[\d.,]*)+$/;

/** A label with its numbers behind it on one line: `行政许可 97`. */
const LABEL_THEN_NUMBERS = /^(\D{2,60}?)[\s:：]+([-+]?\d[\d.,]*(?:\s+[-+]?\d[\d.,]*)*(?:万?元)?)$/;

/** What both of them end with. */
const NUMBER_END = '0123456789.,元';

/** A row of the form, its label and remarks included, is shorter. */
const LONGEST_ROW = 1000;

/** Where cells have no borders, spaces may be all there is between two numbers, or a label and its numbers. */
const splitSpaced = (text: string, at: Place): Piece[] => {
  if (text.length > LONGEST_ROW || !NUMBER_END.includes(text.slice(-1))) return [pieceOf(text, at)];
  if (SPACED_NUMBERS.test(text)) {
    return [...text.matchAll(/\S+/g)].map((match) => pieceOf(match[0], shifted(at, match.index)));
  }
  const [, label, numbers] = LABEL_THEN_NUMBERS.exec(text) ?? [];
  if (label === undefined || numbers === undefined || labelsOf(label).length === 0)
    return [pieceOf(text, at)];
  return [pieceOf(label, at), ...splitSpaced(numbers, shifted(at, text.length - numbers.length))];
};

/** The place `offset` characters further on the same line; other kinds of places stay. */
export const shifted = (at: Place, offset: number): Place =>
  'line' in at ? ({ line: at.line, column: at.column + offset } satisfies TextPlace) : at;

const cellPiece = ({ text, at, column, columnSpan }: Cell): Piece =>
  pieceOf(text, at, column, columnSpan ?? 1);

/** Only what stands alone is a heading. */
const sectionOf = (pieces: readonly Piece[]): number | undefined =>
  pieces.length === 1 ? headingOf(pieces[0]!.text)?.number : undefined;

const tableRow = (pieces: readonly Piece[], borders: boolean, columns: boolean, table: number): Row => ({
  pieces,
  borders,
  columns,
  section: sectionOf(pieces),
  table,
});

const addTable = (rows: Row[], table: Table, index: number): void => {
  if (table.rows === 'none') {
    for (const { text, at } of table.cells) rows.push(tableRow(splitSpaced(text, at), false, false, index));
    return;
  }
  const borders = table.rows === 'exact';
  const columns = table.columns === 'exact';
  const byRow: (Piece[] | undefined)[] = [];
  let current: number | undefined;
  let pieces: Piece[] = [];
  for (const cell of table.cells) {
    const row = cell.row ?? 0;
    if (row !== current) {
      pieces = byRow[row] ??= [];
      current = row;
    }
    if (borders) pieces.push(cellPiece(cell));
    else for (const piece of splitSpaced(cell.text, cell.at)) pieces.push(piece);
  }
  for (const own of byRow) if (own) rows.push(tableRow(own, borders, columns, index));
};

const lineRow = (paragraph: string, at: Place): Row => {
  const pieces = splitSpaced(paragraph, at);
  return { pieces, borders: false, columns: false, section: sectionOf(pieces), table: -1, paragraph };
};

const addParagraph = (rows: Row[], { text, at, heading }: Paragraph): void => {
  const glued = ungluePieces(text);
  if (glued) for (const piece of glued) rows.push(lineRow(piece.text, shifted(at, piece.offset)));
  else rows.push(heading ? { ...lineRow(text, at), heading } : lineRow(text, at));
};

/** The document's rows in reading order. */
export const toRows = ({ blocks }: Document): Row[] => {
  const rows: Row[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'table') addTable(rows, block, index);
    else addParagraph(rows, block);
  });
  return rows;
};
