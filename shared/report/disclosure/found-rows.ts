import { labelId } from '../labels.ts';
import { isWords, linesOfRow } from '../lines-of-row.ts';
import { rowWidth, tableWidths } from '../row-width.ts';
import type { Piece, Row } from '../rows.ts';
import { isNumber, isValue } from '../value-piece.ts';

/** A row of table 二 as found: its id, the columns of the head above it, and its value cells. */
export interface Found {
  readonly id: string;
  readonly columns: readonly string[];
  readonly values: readonly Piece[];
  readonly borders: boolean;
  /** The row reaches as far as most rows of its table. */
  readonly full: boolean;
  readonly oneLine: boolean;
  /** What ended a row without borders: the name of the next row, or a head or clause. */
  readonly before: string | 'head' | undefined;
}

/** What the labels of a row say. */
interface Labelled {
  /** A clause of the Regulation, which begins a head. */
  readonly hasClause: boolean;
  /** The columns that a head names. */
  readonly heads: readonly string[];
  /** The row of the form that it names, and which of its pieces does; -1 for none. */
  readonly id: string | undefined;
  readonly name: number;
}

const labelled = ({ pieces }: Row): Labelled => {
  const heads: string[] = [];
  let hasClause = false;
  let id: string | undefined;
  let name = -1;
  for (let place = 0; place < pieces.length; place++) {
    const { labels } = pieces[place]!;
    if (labels.length === 0) continue;
    hasClause ||= labelId(labels, 'clause') !== undefined;
    const head = labelId(labels, 'disclosureColumn');
    if (head !== undefined) heads.push(head);
    id ??= labelId(labels, 'disclosureRow');
    if (id !== undefined && name < 0) name = place;
  }
  return { hasClause, heads, id, name };
};

/** The numbers up to the words of something else; a remark in brackets is part of the label. */
const numbersBehind = (pieces: readonly Piece[]): readonly Piece[] => {
  const end = pieces.findIndex((piece) => isWords(piece) && !/^[（(]/.test(piece.text));
  return (end < 0 ? pieces : pieces.slice(0, end)).filter(isNumber);
};

const FIRST_CLAUSE = /第[(（]?一[)）]?[项項]/;

/** Words in order without borders: labels take the numbers behind them, heads take the columns behind them. */
export const toFound = (rows: readonly Row[]): Found[] => {
  const found: Found[] = [];
  const widths = tableWidths(rows);
  let columns: readonly string[] = [];
  let open: { id: string; columns: readonly string[]; values: Piece[]; lines: number } | undefined;
  const flush = (before?: string) => {
    if (open) found.push({ ...open, borders: false, full: true, oneLine: open.lines <= 1, before });
    open = undefined;
  };
  const lines = rows.every(({ borders }) => borders)
    ? rows
    : rows.flatMap((row) => (row.borders ? row : linesOfRow(row)));
  for (const row of lines) {
    const { hasClause, heads, id, name } = labelled(row);
    if (hasClause) {
      flush('head');
      // A report on a whole city may add its own office's table behind: the first table is the report's.
      if (found.length > 0 && row.pieces.some(({ text }) => FIRST_CLAUSE.test(text))) break;
      columns = [];
    }
    if (heads.length > 0) {
      flush('head');
      columns = [...columns, ...heads];
      continue;
    }
    if (row.borders) {
      flush();
      const values = row.pieces.slice(name + 1);
      const full = rowWidth(row) === widths.get(row.table);
      if (id && values.length > 0) {
        found.push({ id, columns, values, borders: true, full, oneLine: true, before: undefined });
      }
      continue;
    }
    if (id) {
      flush(id);
      open = { id, columns, values: [], lines: 0 };
    } else if (!row.pieces.every(isValue)) flush();
    const values = numbersBehind(row.pieces.slice(name + 1));
    if (values.length > 0 && open) {
      open.values.push(...values);
      open.lines++;
    }
  }
  flush('head');
  return found;
};
