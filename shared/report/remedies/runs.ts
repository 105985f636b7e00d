import { headingOf } from '../headings.ts';
import { labelId } from '../labels.ts';
import { linesOfRow } from '../lines-of-row.ts';
import { rowWidth, tableWidths } from '../row-width.ts';
import type { Piece, Row } from '../rows.ts';
import { REMEDIES, REMEDY_RESULTS } from '../templates/remedies.ts';
import { isValue } from '../value-piece.ts';
import { places } from './head-slots.ts';

const ALL = REMEDIES.length * REMEDY_RESULTS.length;

/** A run of values with the route that was named before it, where one alone was. */
export interface Run {
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

/** The words of a row, and its values that are not empty. */
const parted = ({
  pieces,
}: Row): { readonly words: readonly Piece[]; readonly numbers: readonly Piece[] } => {
  const words: Piece[] = [];
  const numbers: Piece[] = [];
  for (const piece of pieces) {
    if (!isValue(piece)) words.push(piece);
    else if (piece.value.state !== 'blank') numbers.push(piece);
  }
  return { words, numbers };
};

/** The rows of table 四 as runs of values, each with the words above it. */
export const toRuns = (rows: readonly Row[]): Run[] => {
  const runs: Run[] = [];
  const widths = tableWidths(rows);
  let open: { values: Piece[]; lines: number } | undefined;
  let route: number | undefined;
  let named = new Set<number>();
  let headed = false;
  let head: readonly Piece[] = [];
  let below = false;
  const flush = () => {
    if (open) runs.push({ ...open, borders: false, full: true, route, head });
    open = undefined;
  };
  for (const whole of rows) {
    const row = whole.borders ? whole : withoutOthers(whole);
    const { words, numbers } = parted(row);
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
