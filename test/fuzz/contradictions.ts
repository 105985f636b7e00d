import type { Place } from '../../shared/document/document.ts';
import type { Examined, ReadRow } from './examined.ts';
import type { Touched } from './mutation.ts';

const keyOf = (at: Place): string => ('line' in at ? `${at.line}` : JSON.stringify(at));

const indexByPlace = (rows: readonly ReadRow[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(({ places }, index) => places.map((at): [string, number] => [keyOf(at), index])));

/** Rows of tables counted through from 1, by table and row. */
const rowOrdinals = (rows: readonly ReadRow[]): ReadonlyMap<string, number> => {
  const ordinals = new Map<string, number>();
  for (const at of rows.flatMap(({ places }) => places)) {
    if (!('row' in at)) continue;
    const key = `${at.table} ${at.row}`;
    if (!ordinals.has(key)) ordinals.set(key, ordinals.size + 1);
  }
  return ordinals;
};

type IsTouched = (at: Place | undefined) => boolean;

/** By what is known of the change itself; undefined where the source's rows are not the reader's. */
const bySource = ({ kind, from, to, of }: Touched, before: Examined): IsTouched | undefined => {
  const ordinals = rowOrdinals(before.rows);
  if (kind === 'rows' && of !== ordinals.size) return undefined;
  return (at) => {
    if (!at) return true;
    const found =
      kind === 'lines'
        ? 'line' in at && at.line
        : 'row' in at && (kind === 'rows' ? ordinals.get(`${at.table} ${at.row}`) : at.row);
    return found === false || found === undefined || (found >= from && found <= to);
  };
};

/** A change may speak for one row on either side, or so many rows of one cell each, which together make one. */
const SMALL_ROWS_A_ROW = 16;
const weight = ({ cells }: ReadRow): number => (cells >= 3 ? 1 : 1 / SMALL_ROWS_A_ROW);

/** The rows between the beginning and the end that two readings share, and one row more on either side. */
const byReading = (own: Examined, other: Examined): IsTouched => {
  const length = Math.min(own.rows.length, other.rows.length);
  let head = 0;
  while (head < length && own.rows[head]!.text === other.rows[head]!.text) head++;
  let tail = 0;
  while (tail < length - head && own.rows.at(-1 - tail)!.text === other.rows.at(-1 - tail)!.text) tail++;
  let from = head;
  let to = own.rows.length - tail - 1;
  for (let margin = 1; margin > 0 && from > 0; margin -= weight(own.rows[from]!)) from--;
  for (let margin = 1; margin > 0 && to < own.rows.length - 1; margin -= weight(own.rows[to]!)) to++;
  const indexes = indexByPlace(own.rows);
  return (at) => {
    const index = at && indexes.get(keyOf(at));
    return index === undefined || (index >= from && index <= to);
  };
};

/**
 * Figures stated otherwise than in the unchanged file although the change touched neither the rows where that shows
 * them nor those where the changed file is said to show them. What was touched is told twice: by the place of the
 * change in the source, which tries the reader, and by comparing what was read, which tries the extractor.
 */
export const contradictions = (before: Examined, after: Examined, touched: Touched | undefined): string[] => {
  const source = touched && bySource(touched, before);
  const oldRows = byReading(before, after);
  const newRows = byReading(after, before);
  const isUntouched = (old: Place | undefined, now: Place | undefined): boolean =>
    (source !== undefined && !source(old) && !source(now)) || (!oldRows(old) && !newRows(now));
  return Object.entries(after.figures).flatMap(([id, { value, state, at }]) => {
    const known = before.figures[id];
    if (!known || state !== 'stated' || known.value === value || !isUntouched(known.at, at)) return [];
    return [`${id}: stated ${value}, was ${known.value ?? known.state}`];
  });
};
