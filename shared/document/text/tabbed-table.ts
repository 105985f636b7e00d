import type { Cell, Table } from '../document.ts';
import { firstColumn, type Line } from './lines.ts';

/**
 * A table as web pages copy into plain text: every cell begins a line with a tab, a cell's further lines have
 * none, and a blank line ends the row. Empty cells stay as a lone tab; cells that a merge covers sideways are
 * gone, so rows are exact and columns only in order.
 */
export const isTabbed = (line: Line): boolean => line.text.startsWith('\t');

/** Longest further line of a cell; a longer one is a paragraph that follows the table. */
const LONGEST_CONTINUATION = 30;

/** Reads from `start`; returns the table and the index of the first line behind it. */
export const readTabbedTable = (lines: readonly Line[], start: number): { table: Table; end: number } => {
  const cells: (Cell & { text: string })[] = [];
  let row = 0;
  let column = 0;
  let index = start;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    if (isTabbed(line)) {
      const text = line.text.slice(1).trim();
      cells.push({ text, at: { line: line.number, column: firstColumn(line.text) }, row, column });
      column++;
      continue;
    }
    if (line.text.trim() === '') {
      if (!lines[index + 1] || !isTabbed(lines[index + 1]!)) break;
      row++;
      column = 0;
      continue;
    }
    const last = cells.at(-1)!;
    if (column === 0 || line.text.length > LONGEST_CONTINUATION) break;
    last.text += `\n${line.text.trim()}`;
  }
  return { table: { kind: 'table', cells, rows: 'exact', columns: 'ragged' }, end: index };
};
