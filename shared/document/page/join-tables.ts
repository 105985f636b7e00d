import { isValue, startsWithOrdinal } from './ordinal.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { joinWrapped } from './text-lines.ts';

/** Edges this near to each other (points) are the same column border. */
const SAME_EDGE = 4;

/** Where each edge of `xs` lies among `all`. */
const indices = (xs: readonly number[], all: readonly number[]): number[] =>
  xs.map((x) => all.findIndex((edge) => Math.abs(edge - x) <= SAME_EDGE));

const withEdges = (table: PageTable, all: readonly number[]): PageTable => {
  const index = indices(table.xs, all);
  const cells = table.cells.map((cell) => ({
    ...cell,
    column: index[cell.column] ?? cell.column,
    columnTo: index[cell.columnTo] ?? cell.columnTo,
  }));
  return { ...table, xs: all, cells };
};

/**
 * Both parts on one set of column edges, or nothing when their frames differ, or when less than half of the
 * inner borders of the one with fewer are found in the other. Margins of odd and even pages may differ.
 */
const onCommonEdges = (upper: PageTable, lower: PageTable): [PageTable, PageTable] | undefined => {
  const shift = (upper.xs[0] ?? 0) - (lower.xs[0] ?? 0);
  const moved = lower.xs.map((x) => x + shift);
  if (Math.abs((upper.xs.at(-1) ?? 0) - (moved.at(-1) ?? 0)) > SAME_EDGE) return undefined;
  const [few, many] = upper.xs.length <= moved.length ? [upper.xs, moved] : [moved, upper.xs];
  const inner = few.slice(1, -1);
  const shared = inner.filter((x) => many.some((edge) => Math.abs(edge - x) <= SAME_EDGE));
  if (shared.length * 2 < inner.length) return undefined;
  const extra = moved.filter((x) => !upper.xs.some((edge) => Math.abs(edge - x) <= SAME_EDGE));
  const all = [...upper.xs, ...extra].sort((a, b) => a - b);
  return [withEdges(upper, all), withEdges({ ...lower, xs: moved }, all)];
};

const sameCell = (a: PageCell, b: PageCell): boolean =>
  a.row === b.row &&
  a.rowTo === b.rowTo &&
  a.column === b.column &&
  a.columnTo === b.columnTo &&
  a.text === b.text;

/** How many rows at the top of `lower` repeat those of the table: its header, printed again on a new page. */
const repeatedRows = (table: PageTable, lower: PageTable): number => {
  let repeated = 0;
  for (let rows = 1; rows < lower.rows && rows < table.rows; rows++) {
    const head = lower.cells.filter((cell) => cell.row < rows);
    const own = table.cells.filter((cell) => cell.row < rows);
    if (head.length !== own.length || head.some((cell, i) => !own[i] || !sameCell(cell, own[i]))) break;
    const closed = head.every((cell) => cell.rowTo <= rows);
    const words = head.filter((cell) => !isValue(cell.text));
    if (closed && words.length > 0) repeated = rows;
  }
  return repeated;
};

const withoutTop = (table: PageTable, rows: number): PageTable => ({
  ...table,
  rows: table.rows - rows,
  cells: table.cells
    .filter((cell) => cell.row >= rows)
    .map((cell) => ({ ...cell, row: cell.row - rows, rowTo: cell.rowTo - rows })),
});

/** Cells on both sides of the page break that stand in the same columns. */
interface Pair {
  readonly above: PageCell;
  readonly below: PageCell;
}

/** The cell that names the row: the last one with words. */
const labelOf = (row: readonly PageCell[]): PageCell | undefined =>
  row.filter(({ text }) => !isValue(text)).at(-1);

/**
 * Whether the page break cuts through a row, so that both halves are one. That is only clear where no column
 * has a number in both halves, and the lower half's label is empty or goes on with that of the upper half.
 */
const cutsRow = (
  lastRow: readonly PageCell[],
  firstRow: readonly PageCell[],
  pairs: readonly Pair[],
): boolean => {
  // Nothing below the break but the empty rest of each cell.
  if (pairs.length === firstRow.length && firstRow.every(({ text }) => !text)) return true;
  const label = labelOf(lastRow);
  const pair = pairs.find(({ above }) => above === label);
  if (!label || !pair || pair.below.rowTo !== 1 || label.rowTo - label.row !== 1) return false;
  const values = pairs.filter(({ above }) => above.column >= label.columnTo);
  if (values.length === 0 || values.some(({ above, below }) => above.text && below.text)) return false;
  if (values.some(({ above, below }) => !isValue(above.text) || !isValue(below.text))) return false;
  if (pair.below.text !== '') return startsWithOrdinal(label.text) && !startsWithOrdinal(pair.below.text);
  return values.every(({ above }) => !above.text) || values.every(({ below }) => !below.text);
};

/** Whether a label that spans rows goes on below the page break. */
const goesOn = ({ above, below }: Pair): boolean => {
  if (above.text === '' || isValue(above.text)) return above.text === '' && below.text === '';
  if (below.text === '' || below.text === above.text) return true;
  return startsWithOrdinal(above.text) && !startsWithOrdinal(below.text) && !isValue(below.text);
};

const joinTexts = (above: string, below: string): string =>
  above === below ? above : joinWrapped(above, below);

/**
 * The two parts of a table that a page break parts as one table, or nothing when they are two tables.
 * Header rows printed again are dropped, and rows or labels cut by the break are put together.
 */
export const joinTables = (table: PageTable, next: PageTable): PageTable | undefined => {
  const common = onCommonEdges(table, next);
  if (!common) return undefined;
  const upper = common[0];
  const lower = withoutTop(common[1], repeatedRows(common[0], common[1]));
  const lastRow = upper.cells.filter((cell) => cell.rowTo === upper.rows);
  const pairs: Pair[] = [];
  const firstRow = lower.cells.filter((cell) => cell.row === 0);
  for (const below of firstRow) {
    const above = lastRow.find((cell) => cell.column === below.column && cell.columnTo === below.columnTo);
    if (above) pairs.push({ above, below });
  }
  const cut = cutsRow(lastRow, firstRow, pairs);
  const firstLabel = labelOf(firstRow);
  const goingOn = cut
    ? pairs
    : pairs.filter((pair) => firstLabel && pair.below.columnTo <= firstLabel.column && goesOn(pair));
  const offset = upper.rows - (cut ? 1 : 0);
  const partner = new Map(goingOn.map(({ above, below }) => [above, below]));
  const absorbed = new Set(partner.values());
  const cells = upper.cells.map((above) => {
    const below = partner.get(above);
    if (!below) return above;
    const place = above.text ? above : { page: below.page, box: below.box };
    return {
      ...above,
      page: place.page,
      box: place.box,
      text: joinTexts(above.text, below.text),
      rowTo: below.rowTo + offset,
    };
  });
  for (const cell of lower.cells) {
    if (!absorbed.has(cell)) cells.push({ ...cell, row: cell.row + offset, rowTo: cell.rowTo + offset });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...upper, rows: offset + lower.rows, cells, regular: upper.regular && lower.regular };
};
