import { splitWithSum } from '../glued/split-digits.ts';
import { labelId } from '../labels.ts';
import type { Figure } from '../report.ts';
import type { Piece, Row } from '../rows.ts';
import { MISSING, missingFigures } from '../templates/missing-figures.ts';
import { REMEDIES, REMEDY_RESULTS } from '../templates/remedies.ts';
import { isNumber } from '../value-piece.ts';
import { NO_SPARE_CELLS, windowOf } from '../window.ts';
import { headSlots } from './head-slots.ts';
import { type Run, toRuns } from './runs.ts';

const WIDTH = REMEDY_RESULTS.length;
const ALL = REMEDIES.length * WIDTH;

/**
 * Routes with two rows of values: a row was broken, or the name of another route got lost. The whole set once more
 * is another table, such as the report's own office's behind that of its city.
 */
const doubtfulRoutes = (runs: readonly Run[]): ReadonlySet<number> => {
  const seen = new Set<number>();
  const doubtful = new Set<number>();
  for (const { route, borders, values } of runs) {
    // A number alone may be a page's.
    if (route === undefined || (!borders && values.length === 1)) continue;
    if (route === 0 && seen.size === REMEDIES.length) break;
    (seen.has(route) ? doubtful : seen).add(route);
  }
  return doubtful;
};

/** What was found first stands. */
const put = (figures: Figure[], slot: number, figure: Figure): void => {
  if (figures[slot] === MISSING) figures[slot] = figure;
};

/** Every route's four results make its total: fifteen words are no fifteen cells by chance. */
const addsUp = (values: readonly Piece[]): boolean =>
  REMEDIES.every((_, route) => {
    const numbers = values.slice(route * WIDTH, (route + 1) * WIDTH).map(({ value }) => value.value ?? 0);
    return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
  });

/**
 * Fifteen numbers run together: each route's four results must make its total. Where empty cells left no trace,
 * only zeros are a number each: any other digits may be fewer and longer numbers.
 */
const inferGlued = (run: Run, lost: boolean): Figure[] | undefined => {
  if (run.borders || run.lines !== 1) return undefined;
  const words = run.values.map(({ text }) => text);
  if (!words.every((word) => /^\d+$/.test(word))) return undefined;
  const digits = words.join('');
  // Without borders between the three routes only one digit a cell can be told apart.
  if (digits.length !== ALL || (lost && !/^0+$/.test(digits))) return undefined;
  const readings = REMEDIES.map((_, index) =>
    splitWithSum([digits.slice(index * WIDTH, (index + 1) * WIDTH)], WIDTH),
  );
  if (!readings.every((reading) => reading?.length === 1)) return undefined;
  const at = run.values[0]!.at;
  return readings.flatMap((reading) =>
    reading![0]!.map(
      (value): Figure => ({ value, state: 'inferred', raw: words.join(' '), at, by: 'remedies/total' }),
    ),
  );
};

/** The routes that only table 四 tells apart: a summary before it has 行政复议 and 行政诉讼. */
const OWN_ROUTES = ['litigation', 'litigationAfterReconsideration'];

/** Rows from the table of the form on, where other tables about the same stand before it. */
const fromOwnTable = (rows: readonly Row[]): readonly Row[] => {
  const isOwn = ({ pieces }: Row): boolean =>
    pieces.some(({ labels }) => OWN_ROUTES.includes(labelId(labels, 'remedy') ?? ''));
  const table = rows.find(isOwn)?.table ?? -1;
  const start = rows.findIndex((row) => row.table === table);
  const before = rows.slice(0, Math.max(start, 0));
  const isOther = table >= 0 && before.every((row) => row.table >= 0 || !row.pieces.some(isNumber));
  const hasAll = rows.some(
    ({ table: at, pieces }) =>
      at === table && pieces.some(({ labels }) => labelId(labels, 'remedy') === 'reconsideration'),
  );
  return isOther && hasAll ? rows.slice(start) : rows;
};

/** Rows up to a second 行政诉讼 at the head: the first table is the report's, another may be its own office's. */
const firstTable = (rows: readonly Row[]): readonly Row[] => {
  const isHead = ({ pieces }: Row): boolean => pieces.some(({ labels }) => labelId(labels, 'remedyHead'));
  const head = rows.findIndex(isHead);
  const second = rows.findIndex((row, index) => index > head && isHead(row));
  return second < 0 ? rows : rows.slice(0, second);
};

/**
 * Reads table 四 from its rows: fifteen values in one row, or five under the name of each route. Any other count
 * stays missing. `lost` tells that empty cells of this document left no trace.
 */
export const readRemedies = (rows: readonly Row[], lost: boolean): readonly Figure[] => {
  const figures = missingFigures(ALL);
  const runs = toRuns(firstTable(fromOwnTable(rows)));
  const doubtful = doubtfulRoutes(runs);
  for (const run of runs) {
    const whole = windowOf(run, ALL, NO_SPARE_CELLS);
    if (whole && lost && !run.borders && !addsUp(whole)) continue;
    if (whole) {
      const slots = headSlots(run, ALL);
      slots?.forEach((slot, place) => put(figures, slot, whole[place]!.value));
      continue;
    }
    const certain = run.route !== undefined && !doubtful.has(run.route);
    const part = certain ? windowOf(run, WIDTH, NO_SPARE_CELLS) : undefined;
    if (part) {
      const slots = headSlots(run, WIDTH);
      slots?.forEach((slot, place) => put(figures, run.route! * WIDTH + slot, part[place]!.value));
      continue;
    }
    const glued = inferGlued(run, lost);
    if (glued) headSlots(run, ALL)?.forEach((slot, place) => put(figures, slot, glued[place]!));
  }
  return figures;
};
