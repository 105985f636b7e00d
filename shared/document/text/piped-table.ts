import type { Cell, Table } from '../document.ts';
import { firstColumn, type Line } from './lines.ts';

/** A row of a table in markdown or of a page copied with `|` between its cells. */
export const isPiped = (line: Line): boolean => line.text.includes('|');

/** The line under a markdown header: `|---|:-:|`. */
export const isDelimiter = (line: Line): boolean =>
  line.text.includes('---') &&
  // No two runs of spaces meet: a line of a million spaces must not be tried in a billion ways.
  /^\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?$/.test(line.text.trim());

interface PipedCell {
  readonly text: string;
  readonly column: number;
}

/** Cells between the bars, with what stands before the first bar and behind the last. */
const splitRow = (text: string): PipedCell[] => {
  const parts: PipedCell[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '|') continue;
    const piece = text.slice(start, i);
    parts.push({ text: piece.trim(), column: start + firstColumn(piece.trim() === '' ? '' : piece) });
    start = i + 1;
  }
  return parts;
};

/** Fewer rows than this may all begin with an empty cell and the bar behind it. */
const SOME = 3;

/**
 * Where every row begins with a bar, nothing before it is a cell; else an empty beginning is an empty cell. The same
 * holds for the end. The line under a markdown head says it for all rows: one broken row must not move the others.
 */
const withoutEdges = (
  lines: readonly string[],
  rows: readonly PipedCell[][],
  delimiter: string | undefined,
): PipedCell[][] => {
  const begin =
    delimiter?.startsWith('|') ||
    lines.every((line) => line.startsWith('|')) ||
    (rows.length >= SOME && rows.every((cells) => cells[0]!.text === ''));
  const end = delimiter?.endsWith('|') || rows.every((cells) => cells.at(-1)!.text === '');
  return rows.map((cells) => {
    const first = begin && cells[0]!.text === '' ? 1 : 0;
    const last = end && cells.at(-1)!.text === '' ? 1 : 0;
    return cells.slice(first, Math.max(first, cells.length - last));
  });
};

/**
 * A run of piped lines is a table: rows exact, columns in order; cells covered by a merge stand as empty ones at
 * the row's end, so an empty cell's place says nothing.
 *
 * Pages that print each cell on a line of its own with a bar behind it have no rows at all: most lines then hold
 * one cell, and the table says `none`.
 */
export const readPipedTable = (lines: readonly Line[], start: number): { table: Table; end: number } => {
  const read: { line: Line; cells: PipedCell[] }[] = [];
  let delimiter: string | undefined;
  let index = start;
  for (; index < lines.length && isPiped(lines[index]!); index++) {
    const line = lines[index]!;
    if (isDelimiter(line)) delimiter ??= line.text.trim();
    else read.push({ line, cells: splitRow(line.text) });
  }
  const cut = withoutEdges(
    read.map(({ line }) => line.text),
    read.map(({ cells }) => cells),
    delimiter,
  );
  const rows = read.map(({ line }, row) => ({ line, cells: cut[row]! }));
  const single = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length <= 1).length;
  const cellPerLine = delimiter === undefined && rows.length >= 12 && single > rows.length * 0.7;
  const cells: Cell[] = rows.flatMap(({ line, cells: parts }, row) =>
    parts
      .filter((part) => !cellPerLine || part.text !== '')
      .map((part, column) => ({
        text: part.text.replace(/<br\s*\/?>/gi, '\n'),
        at: { line: line.number, column: part.column },
        ...(!cellPerLine && { row, column }),
      })),
  );
  const table: Table = {
    kind: 'table',
    cells,
    rows: cellPerLine ? 'none' : 'exact',
    columns: cellPerLine ? 'none' : 'ragged',
  };
  return { table, end: index };
};
