import type { Place } from '../../shared/document/document.ts';
import type { Examined, ReadRow } from './examined.ts';
import type { Touched } from './mutation.ts';

/** Numbers of one line may stand at any column of it. */
const rowKey = (at: Place): string => ('line' in at ? `${at.line}` : JSON.stringify(at));
const cellKey = (at: Place): string => JSON.stringify(at);

const indexByPlace = (rows: readonly ReadRow[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(({ places }, index) => places.map((at): [string, number] => [rowKey(at), index])));

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
const weight = ({ texts }: ReadRow): number => (texts.length >= 3 ? 1 : 1 / SMALL_ROWS_A_ROW);

/** Words without any number that came into another order: a head, which then says that the columns are others. */
const isReorderedHead = (old: readonly ReadRow[], now: readonly ReadRow[]): boolean => {
  const words = (rows: readonly ReadRow[]) =>
    rows.flatMap(({ texts }) => texts).filter((text) => text !== '');
  const [before, after] = [words(old), words(now)];
  return (
    old.length > 0 &&
    !before.some((text) => /^\d+$/.test(text)) &&
    before.toSorted().join('\n') === after.toSorted().join('\n')
  );
};

interface Readings {
  /** The change gave the columns of a table other names. */
  readonly isReordered: boolean;
  /** Whether a place of the unchanged file stands in a row that changed, or next to one. */
  readonly isTouched: IsTouched;
  /** The place in the unchanged file of a place in an untouched row of the changed one. */
  readonly placeBefore: (at: Place | undefined) => Place | undefined;
}

/** What lies between the beginning and the end that two readings share changed, and one row more on either side. */
const byReading = (before: Examined, after: Examined): Readings => {
  const length = Math.min(before.rows.length, after.rows.length);
  let head = 0;
  while (head < length && before.rows[head]!.text === after.rows[head]!.text) head++;
  let tail = 0;
  while (tail < length - head && before.rows.at(-1 - tail)!.text === after.rows.at(-1 - tail)!.text) tail++;
  let from = head;
  let to = before.rows.length - tail - 1;
  for (let margin = 1; margin > 0 && from > 0; margin -= weight(before.rows[from]!)) from--;
  for (let margin = 1; margin > 0 && to < before.rows.length - 1; margin -= weight(before.rows[to]!)) to++;
  const isOutside = (index: number | undefined): index is number =>
    index !== undefined && (index < from || index > to);
  const oldIndex = indexByPlace(before.rows);
  const newIndex = indexByPlace(after.rows);
  const added = after.rows.length - before.rows.length;
  return {
    isReordered: isReorderedHead(
      before.rows.slice(head, before.rows.length - tail),
      after.rows.slice(head, after.rows.length - tail),
    ),
    isTouched: (at) => !at || !isOutside(oldIndex.get(rowKey(at))),
    placeBefore: (at) => {
      const index = at && newIndex.get(rowKey(at));
      if (!at || index === undefined) return undefined;
      const old = index < head ? index : index - added;
      if (!isOutside(old)) return undefined;
      const cell = after.rows[index]!.places.findIndex((place) => cellKey(place) === cellKey(at));
      return before.rows[old]!.places[cell];
    },
  };
};

/**
 * Figures stated otherwise than in the unchanged file although the change did not touch the row that shows them, or
 * stated from an untouched row that showed another figure. What was touched is told twice: by the place of the
 * change in the source, which tries the reader, and by comparing what was read, which tries the extractor.
 */
export const contradictions = (before: Examined, after: Examined, touched: Touched | undefined): string[] => {
  const source = touched && bySource(touched, before);
  const { isTouched, placeBefore, isReordered } = byReading(before, after);
  if (isReordered) return [];
  const owners = new Map(Object.entries(before.figures).map(([id, { at }]) => [at && cellKey(at), id]));
  return Object.entries(after.figures).flatMap(([id, { value, state, at }]) => {
    const known = before.figures[id];
    if (state !== 'stated' || known?.value === value) return [];
    if (known && (!isTouched(known.at) || (source && !source(known.at)))) {
      return [`${id}: stated ${value}, was ${known.value ?? known.state}`];
    }
    const place = placeBefore(at);
    const owner = place && owners.get(cellKey(place));
    return owner && owner !== id ? [`${id}: stated ${value}, which is ${owner}`] : [];
  });
};
