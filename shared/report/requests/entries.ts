import { headingOf } from '../headings.ts';
import { labelId, labelsOf } from '../labels.ts';
import type { Piece, Row } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';
import { FORM_ORDER, orderOf, type ValueOrder } from './head-order.ts';

/** A row of table 三 as found: what labels it, and the values printed for it. */
export interface Entry {
  /** The row of the form that its label names exactly. */
  readonly label: string | undefined;
  /** Everything printed as its label, for comparing with the form where the label is not exact. */
  readonly text: string;
  readonly values: readonly Piece[];
  /** All cells of the row, for reading them against the table's head. */
  readonly cells: readonly Piece[];
  /** The values are cells of one row of a table; else they are words in reading order. */
  readonly borders: boolean;
  readonly columns: boolean;
  readonly table: number;
  /** The row has as many cells as its table is wide. */
  readonly full: boolean;
  /** How the head above orders the values. */
  readonly order: ValueOrder;
  /** All values come from one line. */
  readonly oneLine: boolean;
}

const DIGITS = /^[\d.,\s]+$/;

/** A value, or digits that are several values glued together. */
export const isValue = (piece: Piece): boolean =>
  piece.labels.length === 0 && (piece.value.state !== 'unreadable' || DIGITS.test(piece.text));

const isNumber = (piece: Piece): boolean => isValue(piece) && piece.value.state !== 'blank';

/** The row of the form that a row's label cells name: the last one that names any, being the most particular. */
const rowLabel = (labels: readonly Piece[]): string | undefined => {
  for (let i = labels.length - 1; i >= 0; i--) {
    const id = labelId(labels[i]!.labels, 'requestRow');
    if (id) return id;
  }
  return undefined;
};

const isHead = (row: Row): boolean => {
  const heads = row.pieces.filter((piece) =>
    piece.labels.some(({ kind }) => kind === 'applicant' || kind === 'requestHead'),
  );
  return heads.length > 0 && !row.pieces.some(isNumber) && !row.pieces.some((piece) => namesRowOnly(piece));
};

/** A label that is a row of the form and cannot be one of its columns. */
const namesRowOnly = (piece: Piece): boolean =>
  labelId(piece.labels, 'requestRow') !== undefined && labelId(piece.labels, 'applicant') === undefined;

/** Label cells, then value cells: a value before the last label is no value of the row. */
const splitCells = (row: Row): { labels: Piece[]; values: Piece[] } => {
  let lastLabel = -1;
  for (let index = 0; index < row.pieces.length; index++) {
    // Text behind the first number stands in a value's cell: it is an unreadable value.
    if (isNumber(row.pieces[index]!)) break;
    if (!isValue(row.pieces[index]!)) lastLabel = index;
  }
  return {
    labels: row.pieces.slice(0, lastLabel + 1).filter((piece) => piece.text.trim() !== ''),
    values: row.pieces.slice(lastLabel + 1),
  };
};

/** Values without borders in runs of seven: where a label is lost, its numbers follow those of the row before. */
const inSevens = (entry: Entry): Entry[] => {
  const width = APPLICANTS.length;
  const { values } = entry;
  if (entry.borders || values.length <= width || values.length % width !== 0) return [entry];
  return Array.from({ length: values.length / width }, (_, index) => {
    const own = values.slice(index * width, (index + 1) * width);
    return index === 0 ? { ...entry, values: own } : { ...entry, label: undefined, text: '', values: own };
  });
};

interface Draft {
  label?: string;
  text: string;
  values: Piece[];
  lines: number;
  /** Came as a cell of a bordered row without any value cell. */
  borders: boolean;
}

const emptyDraft = (text: string, label: string | undefined, borders = false): Draft => ({
  ...(label !== undefined && { label }),
  text,
  values: [],
  lines: 0,
  borders,
});

/** What a draft without numbers and without an exact label leaves to the entry behind it. */
const floatingText = (draft: Draft | undefined): string =>
  draft && draft.values.length === 0 && draft.label === undefined ? draft.text : '';

/** The most cells that a row of each table has. */
export const tableWidths = (rows: readonly Row[]): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>();
  for (const { table, pieces } of rows) widths.set(table, Math.max(widths.get(table) ?? 0, pieces.length));
  return widths;
};

/**
 * Reads the rows of the region in order into entries. A row of a bordered table is an entry of its own; without
 * borders an entry is a label with all values up to the next label.
 */
export const toEntries = (rows: readonly Row[]): Entry[] => {
  const entries: Entry[] = [];
  let draft: Draft | undefined;
  let inHead = false;
  let order: ValueOrder = FORM_ORDER;
  const widths = tableWidths(rows);
  let head: Row[] = [];

  const flush = () => {
    const closing = draft;
    draft = undefined;
    if (!closing) return;
    const { text, values, lines } = closing;
    const label = closing.label ?? labelId(labelsOf(text), 'requestRow');
    if (values.length === 0 && label === undefined) return;
    const entry = {
      label,
      text,
      values,
      cells: values,
      borders: false,
      columns: false,
      table: -1,
      full: true,
      order,
      oneLine: lines <= 1,
    };
    entries.push(...inSevens(entry));
  };

  const bordered = (row: Row, labels: readonly Piece[], values: readonly Piece[]) => {
    const label = rowLabel(labels);
    const text = labels.map((piece) => piece.text).join('');
    if (values.length === 0 || (label === undefined && !values.some(isNumber))) {
      // A label without values: it wraps, its numbers stand below, or it names a group.
      if (labels.length === 0) return;
      flush();
      draft = emptyDraft(text, label, true);
      return;
    }
    const inherited = labels.length === 0 && draft?.borders ? draft.label : undefined;
    const own = label ?? inherited;
    const floating = inherited === undefined ? floatingText(draft) : '';
    if (inherited !== undefined || floating !== '') draft = undefined;
    flush();
    entries.push({
      label: own,
      text: floating + text,
      values,
      cells: row.pieces,
      borders: true,
      columns: row.columns,
      table: row.table,
      full: row.pieces.length === widths.get(row.table),
      order,
      oneLine: true,
    });
    inHead = false;
  };

  const running = (labels: readonly Piece[], values: readonly Piece[]) => {
    if (labels.length > 0) {
      const label = rowLabel(labels.filter((piece) => !inHead || !labelId(piece.labels, 'applicant')));
      const text = labels.map((piece) => piece.text).join('');
      const floating = floatingText(draft);
      if (floating !== '') draft = undefined;
      flush();
      draft = emptyDraft(label === undefined ? floating + text : text, label);
      if (label !== undefined) inHead = false;
    }
    const numbers = values.filter(isNumber);
    if (numbers.length === 0) return;
    draft ??= emptyDraft('', undefined);
    draft.values.push(...numbers);
    draft.lines++;
  };

  for (const row of rows) {
    const first = row.pieces[0];
    if (first && row.table === -1 && headingOf(first.text)) {
      flush();
    } else if (isHead(row)) {
      flush();
      inHead = true;
      head.push(row);
    } else {
      if (head.length > 0) order = orderOf(head, order);
      head = [];
      const { labels, values } = splitCells(row);
      if (row.borders) bordered(row, labels, values);
      else running(labels, values);
    }
  }
  flush();
  return firstTable(entries);
};

/** Rows that only the beginning of the form has. */
const BEGINNING = ['received', 'carriedOver'];

/** A report on a whole city sometimes adds its own office's table behind: the first table is the report's. */
const firstTable = (entries: readonly Entry[]): Entry[] => {
  const seen = new Set<string>();
  const end = entries.findIndex(({ label, values }) => {
    if (label === undefined || values.length === 0) return false;
    const again = seen.has(label) && BEGINNING.includes(label);
    seen.add(label);
    return again;
  });
  return end < 0 ? [...entries] : entries.slice(0, end);
};

/** Digits of one line that is no row of seven cells: several values ran together. */
export const gluedWords = (entry: Entry): string[] | undefined => {
  if (entry.borders || !entry.oneLine || entry.values.length === 0) return undefined;
  const words = entry.values.map(({ text }) => text);
  return words.every((word) => /^\d+$/.test(word)) && words.join('').length >= APPLICANTS.length
    ? words
    : undefined;
};
