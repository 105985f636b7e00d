import type { Row } from './rows.ts';

/** How far a row reaches: to the grid column of its last cell, or as many cells as it has. */
export const rowWidth = ({ columns, pieces }: Row): number => {
  const last = pieces.at(-1);
  return columns ? (last?.column ?? 0) + (last?.columnSpan ?? 1) : pieces.length;
};

/** How far most rows of each table reach. */
export const tableWidths = (rows: readonly Row[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const byWidth = counts.get(row.table) ?? new Map<number, number>();
    const width = rowWidth(row);
    byWidth.set(width, (byWidth.get(width) ?? 0) + 1);
    counts.set(row.table, byWidth);
  }
  return new Map(
    [...counts].map(([table, byWidth]) => [table, [...byWidth].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]),
  );
};
