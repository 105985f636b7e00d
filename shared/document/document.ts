/**
 * What a reader makes of bytes: ordered blocks of text and tables, before anything is understood.
 *
 * A table is an ordered stream of cells with optional geometry. A pure grid cannot hold text whose row
 * borders are gone, and a pure token stream cannot place a blank cell; this holds both.
 */
export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'docx'
  | 'doc'
  | 'odt'
  | 'rtf'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'ofd'
  | 'mht';

/** Line and column of the first character, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Table of the document, row and column of the table's grid, all counted from 1. */
export interface GridPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Page counted from 1; box as left, top, right, bottom in points from the page's top left corner. */
export interface PagePlace {
  readonly page: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** Paragraph of a format without lines, counted from 1. */
export interface ParagraphPlace {
  readonly paragraph: number;
}

export type Place = TextPlace | GridPlace | PagePlace | ParagraphPlace;

export interface Cell {
  /** As printed, without markup; line breaks inside a cell are `\n`. */
  readonly text: string;
  readonly at: Place;
  /** Grid row, counted from 0, where the table knows its rows. */
  readonly row?: number;
  /** Grid column of the cell's first column, counted from 0, where the table knows its columns. */
  readonly column?: number;
  /** Default 1. */
  readonly rowSpan?: number;
  /** Default 1. */
  readonly columnSpan?: number;
}

/**
 * How far a table's rows or columns can be trusted.
 * `exact`: the source states them (grid, cell borders). `ragged`: cells are apart and in order, but empty ones
 * may have vanished or moved. `none`: only the order of the text is known.
 */
export type Trust = 'exact' | 'ragged' | 'none';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly at: Place;
  /** The format marks it as a heading of the first or second rank. Only pages are read for it. */
  readonly heading?: true;
}

export interface Table {
  readonly kind: 'table';
  /** In reading order: row by row, left to right. Empty cells are present with an empty `text`. */
  readonly cells: readonly Cell[];
  readonly rows: Trust;
  readonly columns: Trust;
}

export type Block = Paragraph | Table;

export interface Document {
  readonly format: Format;
  /** Character encoding of the bytes, lower case, for text formats. */
  readonly encoding?: string;
  readonly blocks: readonly Block[];
}
