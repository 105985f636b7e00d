import { headingOf } from '../headings.ts';
import { labelId, labelsOf } from '../labels.ts';
import { linesOfRow } from '../lines-of-row.ts';
import { rowWidth, tableWidths } from '../row-width.ts';
import type { Piece, Row } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';
import { isNumber, isValue } from '../value-piece.ts';
import { firstTable } from './first-table.ts';
import { withGlued } from './glued-words.ts';
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
  /** The row reaches as far as most rows of its table, and all of its cells but the label's are values. */
  readonly full: boolean;
  /** How the head above orders the values. */
  readonly order: ValueOrder;
  /** The values stand on one line. */
  readonly oneLine: boolean;
  /** Digits of one line that hold several values run together, as words that the source keeps apart. */
  readonly glued: readonly string[] | undefined;
}

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

const labelText = (labels: readonly Piece[]): string => {
  if (isGroup(labels)) return labels.at(-1)!.text;
  let text = '';
  for (const label of labels) text += label.text;
  return text;
};

const isHead = (row: Row): boolean => {
  let headed = false;
  for (const piece of row.pieces) {
    if (isNumber(piece) || namesRowOnly(piece)) return false;
    headed ||=
      labelId(piece.labels, 'applicant') !== undefined || labelId(piece.labels, 'requestHead') !== undefined;
  }
  return headed;
};

/** A label that is a row of the form and cannot be one of its columns. */
const namesRowOnly = (piece: Piece): boolean =>
  labelId(piece.labels, 'requestRow') !== undefined && labelId(piece.labels, 'applicant') === undefined;

/** Every label of the form has Chinese characters, and nearly every one ends with one. */
const WORD = /\p{Script=Han}/u;
const hasWord = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1);
  return (last >= 0x4e00 && last <= 0x9fff) || WORD.test(text);
};

/** The form has 25 rows, and headings of groups; a report with every row twenty times over is none. */
const MOST_ENTRIES = 600;

interface SplitCells {
  readonly labels: readonly Piece[];
  readonly values: readonly Piece[];
}

/** Label cells, then value cells: a value before the last label is no value of the row. */
const splitCells = (row: Row): SplitCells => {
  let behind = 0;
  for (let index = 0; index < row.pieces.length; index++) {
    const piece = row.pieces[index]!;
    // Text behind the first number stands in a value's cell: it is an unreadable value.
    if (isNumber(piece)) break;
    // So does a text without any word, in front of it.
    if (!isValue(piece) && hasWord(piece.text)) behind = index + 1;
  }
  return {
    labels: row.pieces.slice(0, behind).filter((piece) => piece.text.trim() !== ''),
    values: row.pieces.slice(behind),
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

/** The first cell may be that of a label that was lost, or a value. */
const beginsEmpty = ({ columns, pieces }: Row): boolean => !columns && pieces[0]?.value.state === 'blank';

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

  const bordered = (row: Row, { labels, values }: SplitCells) => {
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
      full: rowWidth(row) === widths.get(row.table) && !(labels.length === 0 && beginsEmpty(row)),
      order,
      oneLine: true,
      glued: undefined,
    });
    inHead = false;
  };

  const running = ({ labels, values }: SplitCells) => {
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
      if (row.borders) bordered(row, splitCells(row));
      else for (const line of linesOfRow(row)) running(splitCells(line));
    }
  }
  flush();
  return withGlued(firstTable(entries).slice(0, MOST_ENTRIES));
};
