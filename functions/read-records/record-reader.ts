import type { Verdict } from '../../shared/checks/examination.ts';
import type { Review } from '../../shared/records/review.ts';
import type { ObjectOutcome, StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';
import type { ListedRecord } from '../../shared/records/table-items.ts';

/** One partition of the listing: a year and verdict, one of its shards. */
export interface ListingPartition {
  readonly year: number;
  readonly verdict: Verdict;
  readonly shard: number;
}

/** Reads records; every call is a look-up or a bounded query, never a scan. */
export interface RecordReader {
  current(agency: string, year: number): Promise<StoredRecord | undefined>;
  /** The current records of an agency, by year ascending. */
  agency(agency: string): Promise<StoredRecord[]>;
  /** Every examined upload of an agency's year, or those of one version, in no order, at most `limit`. */
  versions(
    agency: string,
    year: number,
    of: { readonly version?: string; readonly limit: number },
  ): Promise<VersionEntry[]>;
  reviews(agency: string, year: number): Promise<Review[]>;
  /** What became of the newest version of an uploaded object. */
  object(id: string): Promise<ObjectOutcome | undefined>;
  /** Partitions of the listing that have been used, of one year or of all; some may be empty now. */
  partitions(year: number | undefined): Promise<ListingPartition[]>;
  /** Entries of one partition of the listing, in order, those after `after`. */
  listed(partition: ListingPartition, after: string | undefined, limit: number): Promise<ListedRecord[]>;
  /** How many entries one partition of the listing has. */
  count(partition: ListingPartition): Promise<number>;
}
