import * as z from 'zod';
import type { Verdict } from '../../shared/checks/examination.ts';
import type { ListedRecord } from '../../shared/records/table-items.ts';
import { mergeShards } from './merge-shards.ts';
import type { ListingPartition, RecordReader } from './record-reader.ts';

export interface Filter {
  readonly year?: number | undefined;
  readonly verdict?: Verdict | undefined;
}

/** Where a page ended: the entry's band and its place in it. */
export const positionSchema = z.object({ band: z.number().int(), sort: z.string().max(400) });
export type Position = z.infer<typeof positionSchema>;

export interface Page {
  readonly entries: readonly ListedRecord[];
  /** Absent at the end of the list. */
  readonly next?: Position;
}

/** Rejected uploads have neither agency nor year; they stand behind all reports. */
const REJECTED_BAND = -1;

const bandOf = ({ year, verdict }: ListingPartition): number =>
  verdict === 'rejected' ? REJECTED_BAND : year;

/**
 * The partitions that a filter lets through, by band: years, newest first, then the undated, then the rejected.
 */
const bandsOf = async (
  reader: RecordReader,
  { year, verdict }: Filter,
): Promise<[number, ListingPartition[]][]> => {
  const wanted = (await reader.partitions(year)).filter(
    (partition) =>
      (verdict === undefined || partition.verdict === verdict) &&
      // A year was asked for, even "undated": rejected uploads have none.
      (year === undefined || partition.verdict !== 'rejected'),
  );
  const bands = new Map<number, ListingPartition[]>();
  for (const partition of wanted)
    bands.set(bandOf(partition), [...(bands.get(bandOf(partition)) ?? []), partition]);
  return [...bands].sort(([a], [b]) => b - a);
};

/**
 * One page of the list: by year, newest first, and by the agency's name within a year.
 */
export const listRecords = async (
  reader: RecordReader,
  filter: Filter,
  limit: number,
  position: Position | undefined,
): Promise<Page> => {
  const entries: (ListedRecord & { readonly band: number })[] = [];
  for (const [band, partitions] of await bandsOf(reader, filter)) {
    if (position && band > position.band) continue;
    const after = position?.band === band ? position.sort : undefined;
    const shards = partitions.map(
      (partition) => (start: string | undefined, count: number) => reader.listed(partition, start, count),
    );
    // One entry more than asked for tells whether there is a next page.
    const found = await mergeShards(shards, ({ listSort }) => listSort, after, limit + 1 - entries.length);
    entries.push(...found.map((entry) => ({ ...entry, band })));
    if (entries.length > limit) break;
  }
  const shown = entries.slice(0, limit);
  const last = shown.at(-1);
  return {
    entries: shown,
    ...(entries.length > limit && last && { next: { band: last.band, sort: last.listSort } }),
  };
};
