import { splitWithSum } from '../glued/split-digits.ts';
import { headingOf } from '../headings.ts';
import { labelId } from '../labels.ts';
import { linesOfRow } from '../lines-of-row.ts';
import type { Figure } from '../report.ts';
import { rowWidth, tableWidths } from '../row-width.ts';
import type { Piece, Row } from '../rows.ts';
import { MISSING, missingFigures } from '../templates/missing-figures.ts';
import { REMEDIES, REMEDY_RESULTS } from '../templates/remedies.ts';
import { isNumber, isValue } from '../value-piece.ts';
import { NO_SPARE_CELLS, windowOf } from '../window.ts';
import { headSlots, places } from './head-slots.ts';

const WIDTH = REMEDY_RESULTS.length;
const ALL = REMEDIES.length * WIDTH;

/** A run of values with the route that was named before it, where one alone was. */
interface Run {
  readonly values: readonly Piece[];
  readonly borders: boolean;
  /** The row reaches as far as most rows of its table. */
  readonly full: boolean;
  readonly lines: number;
  readonly route: number | undefined;
  /** The words above the values, since those before. */
  readonly head: readonly Piece[];
}

/** The one route that a text names: `行政诉讼（未经复议直接起诉）`. The head of the whole table names three. */
const routeOf = (row: Row): number | undefined => {
  const [first, ...others] = places(row.pieces, 'remedy');
  if (first === undefined || others.some((route) => route !== first)) return undefined;
  return row.pieces.some(({ labels }) => labelId(labels, 'remedyHead')) ? undefined : first;
};

/** A line without borders up to the words of something else behind its numbers. */
const withoutOthers = (row: Row): Row => {
  const [first, ...others] = linesOfRow(row);
  const end = others.findIndex(({ pieces }) => pieces[0]!.labels.length === 0);
  return first === undefined || end < 0
    ? row
    : { ...row, pieces: [first, ...others.slice(0, end)].flatMap(({ pieces }) => pieces) };
};

const toRuns = (rows: readonly Row[]): Run[] => {
  const runs: Run[] = [];
  const widths = tableWidths(rows);
  let open: { values: Piece[]; lines: number } | undefined;
  let route: number | undefined;
  let named = new Set<number>();
  let headed = false;
  let head: Piece[] = [];
  let below = false;
  const flush = () => {
    if (open) runs.push({ ...open, borders: false, full: true, route, head });
    open = undefined;
  };
  for (const whole of rows) {
    const row = whole.borders ? whole : withoutOthers(whole);
    const numbers = row.pieces.filter(isNumber);
    const words = row.pieces.filter((piece) => !isValue(piece));
    if (words.length > 0) {
      flush();
      head = below ? words : [...head, ...words];
    }
    below = numbers.length > 0 || (below && words.length === 0);
    if (row.borders) {
      // Head rows hold words and empty cells only; a row of values holds no words but perhaps its name in front.
      if (words.length > 0) {
        const own = routeOf(row);
        const head =
          own === undefined && words.filter(({ labels }) => labelId(labels, 'remedyResult')).length > 1;
        // A second head without values between them: the name of its route got lost.
        if ((head && headed) || words.some(({ labels }) => labelId(labels, 'remedyHead'))) route = undefined;
        route = own ?? route;
        headed = head;
      }
      const cells = row.pieces.slice(words.length === 1 && row.pieces[0] === words[0] ? 1 : 0);
      const blankRow = words.length === 0 && numbers.length === 0 && cells.length >= ALL;
      if (numbers.length > 0 || blankRow) {
        const full = rowWidth(row) === widths.get(row.table);
        named = new Set();
        const values = cells.every(isValue) ? cells : [];
        headed = false;
        runs.push({ values, borders: true, full, lines: 1, route, head });
      }
      continue;
    }
    if (words.length > 0) {
      const own = routeOf(row);
      if (row.pieces.length === 1 && headingOf(words[0]!.text)) named = new Set();
      else if (own !== undefined) named.add(own);
      route = named.size === 1 ? [...named][0] : undefined;
    }
    if (numbers.length > 0) {
      open ??= { values: [], lines: 0 };
      // The next route is named anew: two named without values between them are the head of the whole table.
      named = new Set();
      open.values.push(...numbers);
      open.lines++;
    }
  }
  flush();
  return runs;
};

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
  const runs = toRuns(firstTable(rows));
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
