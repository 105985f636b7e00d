import * as z from 'zod';
import type { Verdict } from '../../shared/checks/examination.ts';
import { UNDATED } from '../../shared/records/identity.ts';
import type { ListedRecord } from '../../shared/records/table-items.ts';
import { LISTING_SHARDS } from '../../shared/records/table-keys.ts';
import { REPORT_VERDICTS } from './count-records.ts';
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

/** The bands of a list, each one year, in the order in which they are shown: newest first, then undated, then rejected. */
const bandsOf = async (reader: RecordReader, { year, verdict }: Filter): Promise<number[]> => {
  if (verdict === 'rejected') return year === undefined ? [REJECTED_BAND] : [];
  if (year !== undefined) return [year];
  return [...(await reader.years()), ...(verdict === undefined ? [REJECTED_BAND] : [])];
};

const partitionsOf = (band: number, verdict: Verdict | undefined): ListingPartition[] => {
  const verdicts: readonly Verdict[] =
    band === REJECTED_BAND ? ['rejected'] : verdict ? [verdict] : REPORT_VERDICTS;
  const year = band === REJECTED_BAND ? UNDATED : band;
  return verdicts.flatMap((each) =>
    Array.from({ length: LISTING_SHARDS }, (_, shard) => ({ year, verdict: each, shard })),
  );
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
  for (const band of await bandsOf(reader, filter)) {
    if (position && band > position.band) continue;
    const after = position?.band === band ? position.sort : undefined;
    const shards = partitionsOf(band, filter.verdict).map(
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
