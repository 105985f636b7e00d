import type { Cell, Table } from '../document.ts';
import { firstColumn } from './lines.ts';

/**
 * A table as web pages copy into plain text: every cell begins a line with a tab, a cell's further lines have
 * none, and a blank line ends the row. Empty cells stay as a lone tab; cells that a merge covers sideways are
 * gone, so rows are exact and columns only in order.
 */
export const isTabbed = (line: string): boolean => line.startsWith('\t');

/** Longest further line of a cell; a longer one is a paragraph that follows the table. */
const LONGEST_CONTINUATION = 30;

/** Reads from `start`; returns the table and the index of the first line behind it. */
export const readTabbedTable = (lines: readonly string[], start: number): { table: Table; end: number } => {
  const cells: (Cell & { text: string })[] = [];
  let row = 0;
  let column = 0;
  let index = start;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    const text = line.trim();
    if (isTabbed(line)) {
      // Nearly always the tab alone is trimmed.
      const first = text.length === line.length - 1 ? 2 : firstColumn(line);
      cells.push({ text, at: { line: index + 1, column: first }, row, column });
      column++;
      continue;
    }
    if (text === '') {
      const next = lines[index + 1];
      if (next === undefined || !isTabbed(next)) break;
      row++;
      column = 0;
      continue;
    }
    const last = cells.at(-1)!;
    if (column === 0 || line.length > LONGEST_CONTINUATION) break;
    last.text += `\n${text}`;
  }
  return { table: { kind: 'table', cells, rows: 'exact', columns: 'ragged' }, end: index };
};
