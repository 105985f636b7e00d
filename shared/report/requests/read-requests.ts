import { fold } from '../fold.ts';
import { judged, type OpenRow, resolveRows } from '../glued/resolve-rows.ts';
import { splitWithSum } from '../glued/split-digits.ts';
import type { Figure, TemplateId } from '../report.ts';
import type { Piece, Row } from '../rows.ts';
import { missingFigures } from '../templates/missing-figures.ts';
import { APPLICANTS, requestRows } from '../templates/requests.ts';
import { NO_SPARE_CELLS, type SpareCells, spareCells } from '../window.ts';
import { align, type Placed } from './align.ts';
import { toEntries } from './entries.ts';
import type { Entry } from './entry.ts';
import { headColumns } from './head-columns.ts';
import { FORM_ORDER } from './head-order.ts';
import { placeValues } from './place-values.ts';

/**
 * The template of table 三 by its row （六）: three rows in the 2021 form, one in the 2019 form. Undefined when the
 * row is not there.
 */
const templateOf = (entries: readonly Entry[]): TemplateId | undefined => {
  // Only the 2021 form speaks of time limits and fees, here and in no other row.
  if (entries.some(({ label }) => label === 'other.correctionOverdue' || label === 'other.feeOverdue'))
    return '2021';
  if (entries.some(({ text }) => /逾期|收费通知|缴纳费用/.test(fold(text)))) return '2021';
  if (entries.some(({ label, values }) => label === 'other.combined' && values.length > 0)) return '2019';
  if (entries.some(({ label }) => label === 'other.combined')) {
    return entries.some(({ label }) => label === 'other.remaining') ? '2021' : '2019';
  }
  return undefined;
};

/** Two relations between rows settle glued readings: rows （一）–（六） make （七）, and 一 + 二 = （七）+ 四. */
const relations = (template: TemplateId) => [
  {
    rule: 'requests/closed-total',
    parts: requestRows(template)
      .filter(({ outcome }) => outcome)
      .map(({ id }) => id),
    whole: ['closed'],
  },
  { rule: 'requests/balance', parts: ['received', 'carriedOver'], whole: ['closed', 'carriedForward'] },
];

/** A row whose seven numbers ran together, as the words that are left of them. */
interface Glued {
  readonly placed: Placed;
  readonly words: readonly string[];
}

const WIDTH = APPLICANTS.length;

/** As many digits as cells can only be one digit each, whatever else is in doubt. */
const isOneDigitEach = ({ words }: Glued): boolean => words.join('').length === WIDTH;

/** As many zeros as cells: no number begins with a zero, so each is a number. */
const isAllZeros = ({ words }: Glued): boolean => /^0{7}$/.test(words.join(''));

/** Some row of the form has fewer digits than cells: empty cells left no trace, and may be missing anywhere. */
const hasLostCells = (entries: readonly Entry[], template: TemplateId): boolean => {
  if (entries.every(({ borders }) => borders)) return false;
  const ids = new Set(requestRows(template).map(({ id }) => id));
  const isGluedTable = entries.some(({ glued }) => glued !== undefined);
  return entries.some(({ borders, label, values }) => {
    if (borders || label === undefined || !ids.has(label)) return false;
    // A label alone may be wrapped, or stand apart from its numbers; digits run together always follow theirs.
    if (values.length === 0) return isGluedTable;
    return values.reduce((digits, { text }) => digits + text.length, 0) < WIDTH;
  });
};

/** The seven cells of a row of the form. */
type ReadRow = readonly [id: string, cells: readonly Piece[]];

/** Rows that were read, as far as all their cells hold numbers. */
const known = (read: readonly ReadRow[]): OpenRow[] =>
  [...new Map(read)].flatMap(([id, cells]) => {
    const numbers = cells.map(({ value }) => value.value);
    return numbers.every((number) => number !== null) ? [{ id, candidates: [numbers] }] : [];
  });

/** Puts the seven figures of a row where the form has them. */
const put = (figures: Figure[], { place }: Placed, own: (column: number) => Figure): void => {
  const first = place * WIDTH;
  for (let column = 0; column < WIDTH; column++) figures[first + column] = own(column);
};

/**
 * Rows of glued digits, put among the figures as far as exactly one reading is left. A row's own sum is not enough for more digits than
 * cells: where it fails in the source, some false reading may meet it. The rows that add up with it must confirm.
 */
const inferGlued = (
  glued: readonly Glued[],
  read: readonly ReadRow[],
  template: TemplateId,
  figures: Figure[],
): void => {
  if (glued.length === 0) return;
  const open = [
    ...known(read),
    ...glued.map(({ placed, words }) => ({
      id: placed.row.id,
      candidates: splitWithSum(words, WIDTH) ?? [],
    })),
  ];
  const resolved = resolveRows(open, relations(template));
  const { confirmed, doubtful } = judged(resolved, relations(template));
  const isCertain = (row: Glued): boolean => {
    const { id } = row.placed.row;
    return isOneDigitEach(row) || (confirmed.has(id) && !doubtful.has(id));
  };
  for (const row of glued) {
    const { placed, words } = row;
    const reading = resolved.get(placed.row.id);
    if (!reading || !isCertain(row)) continue;
    const by = ['requests/row-total', ...reading.by].join(',');
    const at = placed.entry.values[0]!.at;
    const raw = words.join(' ');
    put(figures, placed, (column) => ({ value: reading.numbers[column]!, state: 'inferred', raw, at, by }));
  }
};

/** Spare cells of each bordered table; text without borders has none. */
const spareByTable = (entries: readonly Entry[]): ReadonlyMap<number, SpareCells> => {
  const byTable = new Map<number, (readonly Piece[])[]>();
  for (const { table, values } of entries) {
    if (table < 0) continue;
    const rows = byTable.get(table);
    if (rows) rows.push(values);
    else byTable.set(table, [values]);
  }
  return new Map([...byTable].map(([table, rows]) => [table, spareCells(rows, WIDTH)]));
};

/**
 * Reads table 三 from its rows: entries are put on the form's rows by label and order, their values on its columns
 * by head or count. What is not certain stays missing, glued digits are split where arithmetic leaves one way.
 */
export const readRequests = (
  rows: readonly Row[],
  fallback: TemplateId,
): {
  template: TemplateId | undefined;
  /** In the form's order. */
  figures: readonly Figure[];
  /** Text without borders lost some cells: empty ones left no trace. */
  lost: boolean;
} => {
  const entries = toEntries(rows);
  const stated = templateOf(entries);
  const template = stated ?? fallback;
  const heads = headColumns(rows);
  const spare = spareByTable(entries);
  const figures = missingFigures(requestRows(template).length * WIDTH);
  const read: ReadRow[] = [];
  const glued: Glued[] = [];
  for (const placed of align(entries, template)) {
    if (!placed.certain) continue;
    const { entry } = placed;
    const cells = placeValues(
      entry,
      entry.order,
      heads.get(entry.table),
      spare.get(entry.table) ?? NO_SPARE_CELLS,
    );
    if (cells) {
      put(figures, placed, (column) => cells[column]!.value);
      read.push([placed.row.id, cells]);
      continue;
    }
    const words = entry.order === FORM_ORDER ? entry.glued : undefined;
    if (words) glued.push({ placed, words });
  }
  const lost = hasLostCells(entries, template);
  const readable = lost ? glued.filter(isAllZeros) : glued;
  inferGlued(readable, read, template, figures);
  return { template: stated, figures, lost };
};
