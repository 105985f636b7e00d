import type { Cell, Table } from '../document.ts';
import type { Line } from './lines.ts';

/** Two or more spaces between texts on one line: columns kept apart by a page converter. */
const GAP = /\S(?:\s{2,}|\t)\S/;

export const isAligned = (line: Line): boolean => GAP.test(line.text);

const splitAligned = (line: Line): { text: string; column: number }[] => {
  const parts: { text: string; column: number }[] = [];
  for (const match of line.text.matchAll(/\S+(?:[ \u3000]\S+)*/g)) {
    parts.push({ text: match[0], column: match.index + 1 });
  }
  return parts;
};

/**
 * Lines whose columns are kept apart by spaces. Lines are rows, but a label that wraps spreads over several, and
 * an empty cell leaves no trace: both rows and columns are ragged. Ends at the first line of a single piece.
 */
export const readAlignedTable = (lines: readonly Line[], start: number): { table: Table; end: number } => {
  const cells: Cell[] = [];
  let end = start;
  for (let row = 0; end < lines.length && isAligned(lines[end]!); row++, end++) {
    const line = lines[end]!;
    splitAligned(line).forEach((part, column) => {
      cells.push({ text: part.text, at: { line: line.number, column: part.column }, row, column });
    });
  }
  return { table: { kind: 'table', cells, rows: 'ragged', columns: 'ragged' }, end };
};
