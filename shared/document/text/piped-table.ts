import type { Cell, Table } from '../document.ts';
import { firstColumn, type Line } from './lines.ts';

/** A row of a table in markdown or of a page copied with `|` between its cells. */
export const isPiped = (line: Line): boolean => line.text.includes('|');

/** The line under a markdown header: `|---|:-:|`. */
export const isDelimiter = (line: Line): boolean =>
  /^\s*\|?(\s*:?-{3,}:?\s*\|)+\s*(:?-{3,}:?\s*)?$/.test(line.text);

interface PipedCell {
  readonly text: string;
  readonly column: number;
}

/** Cells between the bars; the empty text before a leading bar and behind a trailing one is no cell. */
const splitRow = (text: string): PipedCell[] => {
  const parts: PipedCell[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '|') continue;
    const piece = text.slice(start, i);
    parts.push({ text: piece.trim(), column: start + firstColumn(piece.trim() === '' ? '' : piece) });
    start = i + 1;
  }
  if (parts[0]?.text === '') parts.shift();
  if (parts.at(-1)?.text === '') parts.pop();
  return parts;
};

/**
 * A run of piped lines is a table: rows exact, columns in order; cells covered by a merge stand as empty ones at
 * the row's end, so an empty cell's place says nothing.
 *
 * Pages that print each cell on a line of its own with a bar behind it have no rows at all: most lines then hold
 * one cell, and the table says `none`.
 */
export const readPipedTable = (lines: readonly Line[], start: number): { table: Table; end: number } => {
  const rows: { line: Line; cells: PipedCell[] }[] = [];
  let markdown = false;
  let index = start;
  for (; index < lines.length && isPiped(lines[index]!); index++) {
    const line = lines[index]!;
    if (isDelimiter(line)) markdown = true;
    else rows.push({ line, cells: splitRow(line.text) });
  }
  const single = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length <= 1).length;
  const cellPerLine = !markdown && rows.length >= 12 && single > rows.length * 0.7;
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
