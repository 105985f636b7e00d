import type { Cell, Table } from '../document.ts';

/** Two or more spaces between texts on one line: columns kept apart by a page converter. */
const GAP = /\S(?:\s{2,}|\t)\S/;

/** Most lines of Chinese text have no space at all, which is told in half the time. */
const SPACE = /\s/;

export const isAligned = (line: string): boolean => SPACE.test(line) && GAP.test(line);

const splitAligned = (line: string): { text: string; column: number }[] => {
  const parts: { text: string; column: number }[] = [];
  for (const match of line.matchAll(/\S+(?:[ \u3000]\S+)*/g)) {
    parts.push({ text: match[0], column: match.index + 1 });
  }
  return parts;
};

/**
 * Lines whose columns are kept apart by spaces. Lines are rows, but a label that wraps spreads over several, and
 * an empty cell leaves no trace: both rows and columns are ragged. Ends at the first line of a single piece.
 */
export const readAlignedTable = (lines: readonly string[], start: number): { table: Table; end: number } => {
  const cells: Cell[] = [];
  let end = start;
  for (let row = 0; end < lines.length && isAligned(lines[end]!); row++, end++) {
    const line = end + 1;
    splitAligned(lines[end]!).forEach(({ text, column: first }, column) => {
      cells.push({ text, at: { line, column: first }, row, column });
    });
  }
  return { table: { kind: 'table', cells, rows: 'ragged', columns: 'ragged' }, end };
};
