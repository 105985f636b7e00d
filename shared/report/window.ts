import type { Piece } from './rows.ts';

/** The value cells of a row, and whether the row reaches as far as most rows of its table. */
export interface ValueCells {
  readonly values: readonly Piece[];
  readonly full: boolean;
}

/** How the rows of one table carry cells that the form does not have, as far as its rows tell. */
export interface SpareCells {
  /** Some row has more cells than the form. */
  readonly any: boolean;
  /** Where they stand, as far as several rows agree. */
  readonly where: 'before' | 'behind' | undefined;
  /** How many most rows with spare cells have. */
  readonly usual: number;
}

export const NO_SPARE_CELLS: SpareCells = { any: false, where: undefined, usual: 0 };

/** Fewer rows than this show a row with a number too many rather than a habit of the table. */
const HABIT = 3;

const isBlank = (piece: Piece): boolean => piece.value.state === 'blank';

const lastFilled = (values: readonly Piece[]): number => values.findLastIndex((piece) => !isBlank(piece));

/** What the value cells of a table's rows tell about spare cells; `width` is the form's number of values. */
export const spareCells = (rows: readonly (readonly Piece[])[], width: number): SpareCells => {
  let behind = 0;
  let before = 0;
  let both = 0;
  const wide = rows.filter((values) => values.length > width);
  for (const values of wide) {
    const last = lastFilled(values);
    if (last >= width && last < values.length - 1) both++;
    if (last === width - 1 && !isBlank(values[0]!)) behind++;
    if (last === values.length - 1 && isBlank(values[0]!)) before++;
  }
  const isHabit = (rows: number, others: number) => both === 0 && rows >= HABIT && others < HABIT;
  const where = isHabit(behind, before) ? 'behind' : isHabit(before, behind) ? 'before' : undefined;
  return { any: wide.length > 0, where, usual: mostCommon(wide.map(({ length }) => length - width)) };
};

const mostCommon = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
};

/**
 * The `width` cells among a row's value cells that are the form's, when empty cells that the form does not have
 * may stand before or behind them (cells that a merge covers, columns without a head). The last value, a total,
 * anchors them. Undefined where an empty cell could be the form's as well as a spare one: a row that begins or
 * ends empty must be as long as its table is wide, or a cell may have got lost.
 */
export const windowOf = (
  { values, full }: ValueCells,
  width: number,
  spare: SpareCells,
): readonly Piece[] | undefined => {
  const { length } = values;
  if (length < width) return undefined;
  const last = lastFilled(values);
  if (last < 0) return values.slice(0, width);
  if (length === width) {
    const framed = !isBlank(values[0]!) && last === width - 1;
    return framed || full || !spare.any ? values : undefined;
  }
  const start = last - (width - 1);
  if (start !== 0 && start !== length - width) return undefined;
  if (!values.slice(0, start).every(isBlank)) return undefined;
  const habit = spare.where === (start > 0 ? 'before' : 'behind');
  const own = values.slice(start, start + width);
  // A row longer than its table was broken: the cell too many may be any empty one.
  const whole = full || !own.some(isBlank);
  const certain = start > 0 ? habit && full : (whole && !isBlank(own[0]!)) || (full && habit);
  return certain ? own : undefined;
};
