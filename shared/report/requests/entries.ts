import { fold } from '../fold.ts';
import { headingOf } from '../headings.ts';
import { labelId, labelsOf } from '../labels.ts';
import type { Piece, Row } from '../rows.ts';
import { APPLICANTS, REQUEST_ROWS } from '../templates/requests.ts';
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
  /** The row reaches as far as most rows of its table. */
  readonly full: boolean;
  /** How the head above orders the values. */
  readonly order: ValueOrder;
  /** The values stand on one line. */
  readonly oneLine: boolean;
  /** Digits of one line that hold several values run together, as words that the source keeps apart. */
  readonly glued: readonly string[] | undefined;
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

/** The last of the label cells is the heading of a group: numbers behind it are the group's own. */
const isGroup = (labels: readonly Piece[]): boolean =>
  labels.length > 0 && labelId(labels.at(-1)!.labels, 'requestGroup') !== undefined;

const labelText = (labels: readonly Piece[]): string =>
  (isGroup(labels) ? labels.slice(-1) : labels).map(({ text }) => text).join('');

const isHead = (row: Row): boolean =>
  row.pieces.some(({ labels }) => labelId(labels, 'applicant') || labelId(labels, 'requestHead')) &&
  !row.pieces.some((piece) => isNumber(piece) || namesRowOnly(piece));

/** A label that is a row of the form and cannot be one of its columns. */
const namesRowOnly = (piece: Piece): boolean =>
  labelId(piece.labels, 'requestRow') !== undefined && labelId(piece.labels, 'applicant') === undefined;

/** Every label of the form has Chinese characters. */
const WORD = /\p{Script=Han}/u;

/** Label cells, then value cells: a value before the last label is no value of the row. */
const splitCells = (row: Row): { labels: Piece[]; values: Piece[] } => {
  let lastLabel = -1;
  for (let index = 0; index < row.pieces.length; index++) {
    // Text behind the first number stands in a value's cell: it is an unreadable value.
    if (isNumber(row.pieces[index]!)) break;
    // So does a text without any word, in front of it.
    if (!isValue(row.pieces[index]!) && WORD.test(row.pieces[index]!.text)) lastLabel = index;
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
  /** Is the heading of a group, which names no row. */
  group: boolean;
}

const emptyDraft = (text: string, label?: string, { borders = false, group = false } = {}): Draft => ({
  ...(label !== undefined && { label }),
  text,
  values: [],
  lines: 0,
  borders,
  group,
});

/** What a draft without numbers and without an exact label leaves to the entry behind it. */
const floatingText = (draft: Draft | undefined): string =>
  draft && draft.values.length === 0 && draft.label === undefined && !draft.group ? draft.text : '';

/**
 * Words stand above a row without words, and other words above them got no row of their own: labels first, then their
 * rows, and the last label is not that of the first row.
 */
const lacksValues = (above: Pick<Entry, 'borders' | 'values'> | undefined): boolean =>
  above !== undefined && !above.borders && above.values.length < APPLICANTS.length;

/** How far a row reaches: to the grid column of its last cell, or as many cells as it has. */
export const rowWidth = ({ columns, pieces }: Row): number => {
  const last = pieces.at(-1);
  return columns ? (last?.column ?? 0) + (last?.columnSpan ?? 1) : pieces.length;
};

/** How far most rows of each table reach. */
export const tableWidths = (rows: readonly Row[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const byWidth = counts.get(row.table) ?? new Map<number, number>();
    const width = rowWidth(row);
    byWidth.set(width, (byWidth.get(width) ?? 0) + 1);
    counts.set(row.table, byWidth);
  }
  return new Map(
    [...counts].map(([table, byWidth]) => [table, [...byWidth].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]),
  );
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
      glued: undefined,
    };
    entries.push(...inSevens(entry));
  };

  const bordered = (row: Row, labels: readonly Piece[], values: readonly Piece[]) => {
    const label = rowLabel(labels);
    const text = labelText(labels);
    if (values.length === 0 || (label === undefined && !values.some(isNumber))) {
      // A label without values: it wraps, its numbers stand below, or it names a group.
      if (labels.length === 0) return;
      flush();
      draft = emptyDraft(text, label, { borders: true, group: isGroup(labels) });
      return;
    }
    const inherited = labels.length === 0 && draft?.borders ? draft.label : undefined;
    const floating = inherited === undefined ? floatingText(draft) : '';
    if (inherited !== undefined || floating !== '') draft = undefined;
    flush();
    const isStacked = labels.length === 0 && lacksValues(entries.at(-1));
    const own = label ?? (isStacked ? undefined : inherited);
    entries.push({
      label: own,
      text: isStacked ? '' : floating + text,
      values,
      cells: row.pieces,
      borders: true,
      columns: row.columns,
      table: row.table,
      full: rowWidth(row) === widths.get(row.table),
      order,
      oneLine: true,
      glued: undefined,
    });
    inHead = false;
  };

  const running = (labels: readonly Piece[], values: readonly Piece[]) => {
    if (labels.length > 0) {
      const label = rowLabel(labels.filter((piece) => !inHead || !labelId(piece.labels, 'applicant')));
      const text = labelText(labels);
      const floating = floatingText(draft);
      if (floating !== '') draft = undefined;
      flush();
      const group = isGroup(labels);
      draft = emptyDraft(label === undefined && !group ? floating + text : text, label, { group });
      if (label !== undefined) inHead = false;
    }
    const numbers = values.filter(isNumber);
    if (numbers.length === 0) return;
    draft ??= emptyDraft('');
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
      // Words beside a table are no part of its head.
      if (head.at(-1)?.table !== row.table) {
        order = orderOf(head, order);
        head = [];
      }
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
  return withGlued(firstTable(entries).slice(0, MOST_ENTRIES));
};

const ORDER: ReadonlyMap<string, number> = new Map(REQUEST_ROWS.map(({ id }, index) => [id, index]));
/** Rows printed out of order are near their place; another table begins further back. */
const FURTHEST_BACK = 8;
const FIRST_WORDS = /本年新收/;

/**
 * A report on a whole city sometimes adds its own office's table behind: the first table is the report's. Another
 * one begins where the rows go far back in the form's order, or where the first row comes again. One row alone
 * ahead of all others is misprinted itself.
 */
const firstTable = (entries: readonly Entry[]): Entry[] => {
  let furthest = 0;
  let nextFurthest = 0;
  const end = entries.findIndex(({ label, text, values }) => {
    if (values.length === 0) return false;
    const place = label === undefined ? (FIRST_WORDS.test(fold(text)) ? 0 : furthest) : ORDER.get(label)!;
    const again = nextFurthest - place >= FURTHEST_BACK || (place === 0 && furthest > 1);
    if (label !== undefined) nextFurthest = Math.max(nextFurthest, Math.min(furthest, place));
    furthest = Math.max(furthest, place);
    return again;
  });
  return end < 0 ? [...entries] : entries.slice(0, end);
};

/** Fewer rows of digits run together are no glued table, but rows whose empty cells got lost. */
const FEWEST_GLUED = 3;

const gluedWords = ({ borders, oneLine, values }: Entry): string[] | undefined => {
  if (borders || !oneLine || values.length === 0 || values.length === APPLICANTS.length) return undefined;
  const words = values.map(({ text }) => text);
  const glued = words.every((word) => /^\d+$/.test(word)) && words.join('').length >= APPLICANTS.length;
  return glued ? words : undefined;
};

/** The form has 25 rows, and headings of groups; a report with every row twenty times over is none. */
const MOST_ENTRIES = 600;

const withGlued = (entries: Entry[]): Entry[] => {
  const words = entries.map(gluedWords);
  const isGluedTable = words.filter((own) => own?.length === 1).length >= FEWEST_GLUED;
  return isGluedTable ? entries.map((entry, index) => ({ ...entry, glued: words[index] })) : entries;
};
