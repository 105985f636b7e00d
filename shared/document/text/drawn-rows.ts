/** A row of a table in markdown or of a page copied with `|` between its cells. */
export const isPiped = (line: string): boolean => line.includes('|');

/** A line drawn between the rows of a table: `+---+---+`, or under some of its columns `|   +---+`. */
export const isRuled = (line: string | undefined): boolean =>
  line !== undefined && (line.includes('+--') || line.includes('+=='));

/** Where the lines of cells that end before `end` begin. */
const beginOfCells = (lines: readonly string[], end: number): number => {
  let begin = end;
  while (begin > 0 && isPiped(lines[begin - 1]!) && !isRuled(lines[begin - 1])) begin--;
  return begin;
};

/**
 * Whether the lines of cells between two drawn ones are one row, wrapped: so they are where each row has a line
 * under it. A table with such lines only around it and under its head has a row on each of its lines.
 */
export const isOneRow = (lines: readonly string[], start: number, end: number): boolean => {
  if (!isRuled(lines[start - 1]) || !isRuled(lines[end])) return false;
  if (isPiped(lines[end + 1] ?? '')) return true;
  const before = beginOfCells(lines, start - 1);
  return before < start - 1 && beginOfCells(lines, before - 1) < before - 1;
};
