/**
 * Borders that a person drew for the same column differ by a little from row to row: cells moved by hand, rows
 * pasted with or without the cell's padding, which is 108 twips in Word. Half of what the narrowest column of a
 * label is wide.
 */
const TOLERANCE = 120;

/**
 * The grid columns of a table: for every border the index of the grid line it lies on. Borders of different rows
 * that lie closer than the tolerance are one line, except where some row has a cell between them.
 */
export const gridLines = (rows: Iterable<readonly number[]>): ReadonlyMap<number, number> => {
  const borders = new Set<number>();
  /** By border: the nearest border before it in a row that has both close together. */
  const apart = new Map<number, number>();
  for (const edges of rows) {
    edges.forEach((edge, i) => {
      borders.add(edge);
      const before = edges[i - 1];
      if (before === undefined || edge <= before || edge - before > TOLERANCE) return;
      apart.set(edge, Math.max(before, apart.get(edge) ?? before));
    });
  }
  const lines = new Map<number, number>();
  let line = -1;
  let lineStart = Number.NEGATIVE_INFINITY;
  for (const border of [...borders].sort((a, b) => a - b)) {
    const separated = (apart.get(border) ?? Number.NEGATIVE_INFINITY) >= lineStart;
    if (separated || border - lineStart > TOLERANCE) {
      line++;
      lineStart = border;
    }
    lines.set(border, line);
  }
  return lines;
};
