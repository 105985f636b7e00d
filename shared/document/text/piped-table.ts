import type { Cell, Table } from '../document.ts';
import { isOneRow, isPiped, isRuled } from './drawn-rows.ts';
import { firstColumn } from './lines.ts';

/** The line under a markdown header: `|---|:-:|`. */
export const isDelimiter = (line: string): boolean =>
  line.includes('---') &&
  // No two runs of spaces meet: a line of a million spaces must not be tried in a billion ways.
  /^\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?$/.test(line.trim());

interface PipedCell {
  readonly text: string;
  readonly column: number;
}

interface PipedRow {
  /** As printed. */
  readonly printed: string;
  /** Number of the line. */
  readonly line: number;
  readonly cells: readonly PipedCell[];
}

/** Cells between the bars, with what stands before the first bar and behind the last. */
const splitRow = (printed: string): PipedCell[] => {
  const cells: PipedCell[] = [];
  for (let start = 0, bar = 0; bar >= 0; start = bar + 1) {
    bar = printed.indexOf('|', start);
    const piece = printed.slice(start, bar < 0 ? undefined : bar);
    const text = piece.trim();
    cells.push({ text, column: start + (text === '' ? 1 : firstColumn(piece)) });
  }
  return cells;
};

/** The lines of one wrapped row put together, cell by cell. */
const unwrapped = (rows: readonly PipedRow[]): PipedRow[] => {
  const [first] = rows;
  if (!first || rows.some(({ cells }) => cells.length !== first.cells.length)) return [];
  const textOf = (column: number): string =>
    rows
      .map(({ cells }) => cells[column]!.text)
      .filter((text) => text !== '')
      .join('\n');
  return [{ ...first, cells: first.cells.map((cell, column) => ({ ...cell, text: textOf(column) })) }];
};

/** Fewer rows than this may all begin with an empty cell and the bar behind it. */
const SOME = 3;

/**
 * Where every row begins with a bar, nothing before it is a cell; else an empty beginning is an empty cell. The same
 * holds for the end. The line under a markdown head says it for all rows: one broken row must not move the others.
 */
const withoutEdges = (rows: readonly PipedRow[], delimiter: string | undefined): PipedRow[] => {
  const begin =
    delimiter?.startsWith('|') ||
    rows.every(({ printed }) => printed.startsWith('|')) ||
    (rows.length >= SOME && rows.every(({ cells }) => cells[0]!.text === ''));
  const end = delimiter?.endsWith('|') || rows.every(({ cells }) => cells.at(-1)!.text === '');
  return rows.map(({ printed, line, cells }) => {
    const first = begin && cells[0]!.text === '' ? 1 : 0;
    const last = end && cells.at(-1)!.text === '' ? 1 : 0;
    return { printed, line, cells: cells.slice(first, Math.max(first, cells.length - last)) };
  });
};

const isSingle = ({ cells }: PipedRow): boolean => cells.filter(({ text }) => text !== '').length <= 1;

const withBreaks = (text: string): string => (text.includes('<') ? text.replace(/<br\s*\/?>/gi, '\n') : text);

/** The cells of rows, each with its row and column. */
const cellsOfRows = (rows: readonly PipedRow[]): Cell[] => {
  const all: Cell[] = [];
  rows.forEach(({ line, cells }, row) => {
    cells.forEach(({ text, column: first }, column) => {
      all.push({ text: withBreaks(text), at: { line, column: first }, row, column });
    });
  });
  return all;
};

/** The cells of lines that hold one each: what is empty there is no cell. */
const cellsOfLines = (rows: readonly PipedRow[]): Cell[] =>
  rows.flatMap(({ line, cells }) =>
    cells
      .filter(({ text }) => text !== '')
      .map(({ text, column }) => ({ text: withBreaks(text), at: { line, column } })),
  );

/**
 * A run of piped lines is a table: rows exact, columns in order; cells covered by a merge stand as empty ones at
 * the row's end, so an empty cell's place says nothing.
 *
 * Pages that print each cell on a line of its own with a bar behind it have no rows at all: most lines then hold
 * one cell, and the table says `none`.
 */
export const readPipedTable = (lines: readonly string[], start: number): { table: Table; end: number } => {
  const read: PipedRow[] = [];
  let delimiter: string | undefined;
  let end = start;
  for (; end < lines.length && isPiped(lines[end]!) && !isRuled(lines[end]); end++) {
    const printed = lines[end]!;
    if (isDelimiter(printed)) delimiter ??= printed.trim();
    else read.push({ printed, line: end + 1, cells: splitRow(printed) });
  }
  const whole = read.length > 1 && isOneRow(lines, start, end) ? unwrapped(read) : read;
  const rows = withoutEdges(whole, delimiter);
  const cellPerLine =
    delimiter === undefined && rows.length >= 12 && rows.filter(isSingle).length > rows.length * 0.7;
  const table: Table = cellPerLine
    ? { kind: 'table', cells: cellsOfLines(rows), rows: 'none', columns: 'none' }
    : { kind: 'table', cells: cellsOfRows(rows), rows: 'exact', columns: 'ragged' };
  return { table, end };
};
