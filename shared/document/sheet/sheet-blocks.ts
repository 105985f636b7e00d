import type { Block, Cell, Place, Table } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import { keyOf, type PlacedCell, placeCells } from './place-cells.ts';
import type { Sheet } from './sheet.ts';

/** A sentence, or the number of a section's heading, at the beginning of a line of its own. */
const NARRATIVE = /[。；;]|.{40}/s;
const HEADING = /^\s*(?:第?[一二三四五六七八九十]{1,3}\s*[、.．，,]|[（(][一二三四五六七八九十]{1,3}[)）])/;

/** How the headings of sections end; a numbered label of a table ends otherwise, even where its row is blank. */
const SECTION = /(?:情况|事项|问题|措施|建议|说明)\s*[。：:]?\s*$/;

/** How many rows of empty boxes below the last text still belong to a form. */
const EMPTY_ROWS_KEPT = 2;

interface Row {
  readonly cells: PlacedCell[];
  /** Whether a cell from above reaches into it. */
  covered: boolean;
}

type Kind = 'empty' | 'text' | 'title' | 'table';

const filled = (cells: readonly PlacedCell[]): PlacedCell[] => cells.filter(({ text }) => text !== '');

const rowsOf = (cells: readonly PlacedCell[]): Map<number, Row> => {
  const rows = new Map<number, Row>();
  const row = (at: number): Row => {
    const found = rows.get(at) ?? { cells: [], covered: false };
    rows.set(at, found);
    return found;
  };
  for (const cell of cells) {
    row(cell.row).cells.push(cell);
    for (let below = cell.row + 1; below < cell.row + cell.rowSpan; below++) row(below).covered = true;
  }
  return rows;
};

/**
 * What a row is: the sheet holds titles, headings, paragraphs and tables in one grid. A row with one text is a
 * `text` when it reads like a sentence or a section's heading, otherwise a `title` that may belong to a table.
 */
const kindOf = ({ cells, covered }: Row): Kind => {
  const texts = filled(cells);
  if (texts.length === 0) return covered || cells.length > 1 ? 'table' : 'empty';
  const sentence = texts.some(({ text }) => NARRATIVE.test(text) && /[。；;]/.test(text) && text.length > 40);
  if (!covered && texts.length === 2 && sentence && !texts.some(({ text }) => /^[\d.,\s]*$/.test(text))) {
    return 'text';
  }
  if (texts.length > 1 || covered || cells.length > 1) return 'table';
  const [{ text }] = texts as [PlacedCell];
  if (NARRATIVE.test(text)) return 'text';
  return HEADING.test(text) && SECTION.test(text) ? 'text' : 'title';
};

/** `第二十条第（一）项` stands over each part of the first table; a title above all else is no part of one. */
const isClause = ({ cells }: Row): boolean => cells.some(({ text }) => /^第.{1,5}条/.test(text));

/** Cuts a sheet into runs of rows that are one table and rows that are paragraphs. */
const segments = (rows: ReadonlyMap<number, Row>): { table: boolean; rows: Row[] }[] => {
  const found: { table: boolean; rows: Row[] }[] = [];
  const kinds = [...rows].sort(([a], [b]) => a - b).map(([at, row]) => ({ at, row, kind: kindOf(row) }));
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, { at, row, kind }] of kinds.entries()) {
    const next = kinds[i + 1];
    const above = last === at - 1;
    const below = next?.at === at + 1 && next.kind !== 'text';
    const inTable =
      kind === 'title' &&
      ((row.cells[0]?.bordered && (above || below)) || (above && below) || (below && isClause(row)));
    const table = kind === 'table' || inTable;
    const open = found.at(-1);
    if (kind === 'empty') last = Number.NEGATIVE_INFINITY;
    else if (table && open?.table && last === at - 1) open.rows.push(row);
    else found.push({ table, rows: [row] });
    if (kind !== 'empty') last = table ? at : Number.NEGATIVE_INFINITY;
  }
  return found;
};

const withoutEmptyEnd = (rows: readonly Row[]): readonly Row[] => {
  const last = rows.findLastIndex(({ cells }) => filled(cells).length > 0);
  return rows.slice(0, last + 1 + EMPTY_ROWS_KEPT);
};

/** Where cells and paragraphs stand, by the rows and columns of a sheet counted from 0. */
export interface Places {
  /** @param sheet counted from 1 */
  readonly cell: (sheet: number, row: number, column: number) => Place;
  /** @param count of the paragraph among all, from 1 */
  readonly paragraph: (row: number, column: number, count: number) => Place;
}

/** As a spreadsheet program shows them: the number of the sheet and the row and column that the sheet itself prints. */
const SHEET_PLACES: Places = {
  cell: (table, row, column) => ({ table, row: row + 1, column: column + 1 }),
  paragraph: (_row, _column, count) => ({ paragraph: count }),
};

/** The table of some rows, with an empty cell wherever a used column has none. */
const tableOf = (rows: readonly Row[], sheet: number, places: Places): Table | undefined => {
  const cells = rows.flatMap((row) => row.cells);
  const first = cells[0];
  if (!first || filled(cells).length === 0) return undefined;
  const used = new Set(cells.map(({ column }) => column));
  const columns = [...used].sort((a, b) => a - b);
  const left = columns[0] ?? 0;
  const lastRow = rows.reduce((last, row) => Math.max(last, row.cells[0]?.row ?? 0), first.row);
  if (columns.length * (lastRow - first.row + 1) > LIMITS.cells.limit) throw overLimit('cells');

  const taken = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (const at of columns) {
      if (at < column || at >= column + columnSpan) continue;
      for (let below = row; below < row + rowSpan; below++) taken.add(keyOf(below, at));
    }
  }
  const blanks: PlacedCell[] = [];
  for (let row = first.row; row <= lastRow; row++) {
    for (const column of columns) {
      if (taken.has(keyOf(row, column))) continue;
      blanks.push({ row, column, text: '', bordered: false, rowSpan: 1, columnSpan: 1 });
    }
  }
  const placed = [...cells, ...blanks].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    kind: 'table',
    rows: 'exact',
    columns: 'exact',
    cells: placed.map(
      ({ row, column, text, rowSpan, columnSpan }): Cell => ({
        text,
        at: places.cell(sheet, row, column),
        row: row - first.row,
        column: column - left,
        rowSpan,
        columnSpan,
      }),
    ),
  };
};

/** The blocks of a workbook's visible sheets. */
export const sheetBlocks = (sheets: readonly Sheet[], places = SHEET_PLACES): Block[] => {
  const blocks: Block[] = [];
  let paragraphs = 0;
  for (const [i, sheet] of sheets.entries()) {
    for (const { table, rows } of segments(rowsOf(placeCells(sheet)))) {
      if (table) {
        const made = tableOf(withoutEmptyEnd(rows), i + 1, places);
        if (made) blocks.push(made);
        continue;
      }
      for (const cell of rows.flatMap(({ cells }) => filled(cells))) {
        for (const line of cell.text.split('\n')) {
          const text = line.trim();
          if (text === '') continue;
          const at = places.paragraph(cell.row, cell.column, ++paragraphs);
          blocks.push({ kind: 'paragraph', text, at });
        }
      }
    }
  }
  return blocks;
};
