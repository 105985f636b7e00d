import { headingOf } from '../headings.ts';
import { labelId } from '../labels.ts';
import { linesOfRow } from '../lines-of-row.ts';
import { rowWidth, tableWidths } from '../row-width.ts';
import type { Row } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';
import { isNumber } from '../value-piece.ts';
import { type Draft, emptyDraft, entriesOf, floatingText } from './draft.ts';
import type { Entry } from './entry.ts';
import { firstTable } from './first-table.ts';
import { withGlued } from './glued-words.ts';
import { FORM_ORDER, orderOf, type ValueOrder } from './head-order.ts';
import { isHead } from './head-row.ts';
import { isGroup, labelText, rowLabel } from './row-labels.ts';
import { type SplitCells, splitCells } from './split-cells.ts';

/** The form has 25 rows, and headings of groups; a report with every row twenty times over is none. */
const MOST_ENTRIES = 600;

/** The first cell may be that of a label that was lost, or a value. */
const beginsEmpty = ({ columns, pieces }: Row): boolean => !columns && pieces[0]?.value.state === 'blank';

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
export const toEntries = (rows: readonly Row[]): readonly Entry[] => {
  const entries: Entry[] = [];
  let draft: Draft | undefined;
  let inHead = false;
  let order: ValueOrder = FORM_ORDER;
  const widths = tableWidths(rows);
  let head: Row[] = [];

  const flush = () => {
    if (draft) entries.push(...entriesOf(draft, order));
    draft = undefined;
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
