import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import { disjointSets } from './disjoint-sets.ts';
import type { Rule } from './page.ts';

/** Cells of a grid, rows and columns counted from 0, `to` not included. */
export interface Region {
  readonly row: number;
  readonly rowTo: number;
  readonly column: number;
  readonly columnTo: number;
}

/** What ruling lines enclose: edges in points, and the cells between them, merged where no line parts them. */
export interface RuledGrid {
  /** From left to right; one more than there are columns. */
  readonly xs: readonly number[];
  /** From top to bottom; one more than there are rows. */
  readonly ys: readonly number[];
  readonly regions: readonly Region[];
  /** All cells are boxes. Where a line is missing in part, they are not, and the grid cannot be trusted. */
  readonly regular: boolean;
  /** Vertical lines, for telling apart what stands on either side. */
  readonly verticals: readonly Rule[];
  /** Sides without a line of their own, closed where the crossing lines end. */
  readonly open: {
    readonly left: boolean;
    readonly right: boolean;
    readonly top: boolean;
    readonly bottom: boolean;
  };
}

/** Lines this near to each other (points) are one edge: no cell is that narrow. */
const EDGE = 3;
/** How far a line may end before the one it meets. */
const REACH = 3;
/** A frame left open at a side is closed where the lines reach this far out. */
const OPEN_SIDE = 8;
/** Share of a cell's side that must be drawn for it to be a border. */
const DRAWN = 0.6;

const clusters = (positions: readonly number[]): number[] => {
  const groups: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && position - (group[0] ?? 0) <= EDGE) group.push(position);
    else groups.push([position]);
  }
  return groups.map((group) => group.reduce((sum, p) => sum + p, 0) / group.length);
};

/** Edges along one axis; where the crossing lines reach further out than the outermost edge, one more there. */
const edges = (lines: readonly Rule[], crossing: readonly Rule[]) => {
  const positions = clusters(lines.map(({ position }) => position));
  const from = crossing.reduce((least, line) => Math.min(least, line.from), Infinity);
  const to = crossing.reduce((most, line) => Math.max(most, line.to), -Infinity);
  const openBefore = (positions[0] ?? Infinity) - from > OPEN_SIDE;
  const openAfter = to - (positions.at(-1) ?? -Infinity) > OPEN_SIDE;
  if (openBefore) positions.unshift(from);
  if (openAfter) positions.push(to);
  return { positions, openBefore, openAfter };
};

/** Finds whether a side of a cell is drawn: the line at `position` between `from` and `to`. */
const borderFinder = (lines: readonly Rule[]) => (position: number, from: number, to: number) => {
  let drawn = 0;
  for (const line of lines) {
    if (Math.abs(line.position - position) > EDGE + 0.5) continue;
    drawn = Math.max(drawn, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return drawn >= DRAWN * (to - from);
};

const regionsOf = (
  xs: readonly number[],
  ys: readonly number[],
  horizontals: readonly Rule[],
  verticals: readonly Rule[],
): { regions: Region[]; regular: boolean } => {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const sets = disjointSets(rows * columns);
  const below = borderFinder(horizontals);
  const beside = borderFinder(verticals);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
      const cell = row * columns + column;
      if (column + 1 < columns && !beside(right, top, bottom)) sets.join(cell, cell + 1);
      if (row + 1 < rows && !below(bottom, left, right)) sets.join(cell, cell + columns);
    }
  }
  const members = new Map<number, number[]>();
  for (let cell = 0; cell < rows * columns; cell++) {
    const root = sets.find(cell);
    const list = members.get(root);
    if (list) list.push(cell);
    else members.set(root, [cell]);
  }
  const regions: Region[] = [];
  let regular = true;
  for (const cells of members.values()) {
    const row = Math.floor((cells[0] ?? 0) / columns);
    const rowTo = Math.floor((cells.at(-1) ?? 0) / columns) + 1;
    const inRow = cells.map((cell) => cell % columns);
    const column = Math.min(...inRow);
    const columnTo = Math.max(...inRow) + 1;
    if ((rowTo - row) * (columnTo - column) === cells.length) {
      regions.push({ row, rowTo, column, columnTo });
    } else {
      regular = false;
      for (const cell of cells) {
        const at = { row: Math.floor(cell / columns), column: cell % columns };
        regions.push({ ...at, rowTo: at.row + 1, columnTo: at.column + 1 });
      }
    }
  }
  regions.sort((a, b) => a.row - b.row || a.column - b.column);
  return { regions, regular };
};

const touch = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.position >= horizontal.from - REACH &&
  vertical.position <= horizontal.to + REACH &&
  horizontal.position >= vertical.from - REACH &&
  horizontal.position <= vertical.to + REACH;

/** Lines that hang together, each set with its horizontal and its vertical ones. */
const components = (rules: readonly Rule[]): { horizontals: Rule[]; verticals: Rule[] }[] => {
  const horizontals = rules.filter(({ axis }) => axis === 'horizontal');
  const verticals = rules.filter(({ axis }) => axis === 'vertical');
  const sets = disjointSets(horizontals.length + verticals.length);
  for (const [i, horizontal] of horizontals.entries()) {
    for (const [j, vertical] of verticals.entries()) {
      if (touch(horizontal, vertical)) sets.join(i, horizontals.length + j);
    }
  }
  const found = new Map<number, { horizontals: Rule[]; verticals: Rule[] }>();
  for (const [i, rule] of [...horizontals, ...verticals].entries()) {
    const root = sets.find(i);
    const component = found.get(root) ?? { horizontals: [], verticals: [] };
    found.set(root, component);
    (i < horizontals.length ? component.horizontals : component.verticals).push(rule);
  }
  return [...found.values()];
};

/**
 * The grids that merged ruling lines draw, in no order. A single box, or boxes on top of each other without a
 * line that parts columns, are frames around text and no grids.
 */
export const ruledGrids = (rules: readonly Rule[]): RuledGrid[] => {
  const grids: RuledGrid[] = [];
  let cells = 0;
  for (const { horizontals, verticals } of components(rules)) {
    if (horizontals.length === 0 || verticals.length === 0) continue;
    const across = edges(verticals, horizontals);
    const down = edges(horizontals, verticals);
    const [xs, ys] = [across.positions, down.positions];
    if (xs.length < 3 || ys.length < 2) continue;
    cells += (xs.length - 1) * (ys.length - 1);
    if (cells > LIMITS.cells.limit) throw overLimit('cells');
    const { regions, regular } = regionsOf(xs, ys, horizontals, verticals);
    if (regions.length < 2) continue;
    const open = {
      left: across.openBefore,
      right: across.openAfter,
      top: down.openBefore,
      bottom: down.openAfter,
    };
    grids.push({ xs, ys, regions, regular, verticals, open });
  }
  return grids;
};
