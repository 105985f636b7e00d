import { createHash } from 'node:crypto';
import { basisId, rulesOf } from './check-identity.ts';
import { objectId } from './identity.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * Keys of the one table. All that concerns an agency lies in one partition, sorted by kind and year; what was
 * rejected lies in the partition of its object.
 *
 * | partition        | sort                            | item                                        |
 * |------------------|---------------------------------|---------------------------------------------|
 * | `agency#<name>`  | `current#<year>`                | the current record of that year             |
 * | `agency#<name>`  | `version#<year>#<version>#<rules>` | each examined upload of that year        |
 * | `agency#<name>`  | `check#<year>#<version>#<rules>#<year before>` | each later check of an upload of that year |
 * | `agency#<name>`  | `late#<year>#<sha256>`          | which upload tells of bytes that came too late to stand |
 * | `agency#<name>`  | `review#<year>#<fingerprint>`   | a person's verdict on a finding             |
 * | `object#<id>`    | `current`                       | what became of the newest version of an object |
 * | `object#<id>`    | `version#<version>#<rules>`     | each rejected upload of that object         |
 * | `object#<id>`    | `told#<sha256>#<reason>#<follows>` | which upload tells of bytes rejected for a reason |
 * | `listing`        | `<partition of the index>`      | a partition of the index that has been used |
 *
 * The index `listing` holds current records only, by year and verdict, spread over `LISTING_SHARDS` partitions.
 */
export interface TableKey {
  readonly pk: string;
  readonly sk: string;
}

export const LISTING_INDEX = 'listing';

/**
 * Partitions a year and verdict is spread over. One partition takes 1,000 writes a second; eight hold a bulk load
 * in which all reports have the same year and verdict.
 */
export const LISTING_SHARDS = 8;

export const agencyPartition = (agency: string): string => `agency#${agency}`;
export const currentSort = (year: number): string => `current#${String(year).padStart(4, '0')}`;
export const versionPrefix = (year: number): string => `version#${String(year).padStart(4, '0')}#`;
export const checkPrefix = (year: number): string => `check#${String(year).padStart(4, '0')}#`;
export const reviewPrefix = (year: number): string => `review#${String(year).padStart(4, '0')}#`;
export const LISTING_PARTITIONS = 'listing';

/** Key of the check in the history of its report, or of its object when it was rejected. */
export const versionKey = (record: StoredRecord): TableKey => {
  const { agency, year, version, basis, recheck } = record;
  if (agency === undefined || year === undefined)
    return { pk: `object#${objectId(record.object)}`, sk: `version#${version}#${rulesOf(record)}` };
  const pk = agencyPartition(agency);
  return recheck
    ? { pk, sk: `${checkPrefix(year)}${version}#${rulesOf(record)}#${basisId(basis)}` }
    : { pk, sk: `${versionPrefix(year)}${version}#${rulesOf(record)}` };
};

/** Key of the current record of an agency's year. */
export const currentKey = (agency: string, year: number): TableKey => ({
  pk: agencyPartition(agency),
  sk: currentSort(year),
});

/** Key of which upload tells of these bytes when none of that year's uploads of them ever stood. */
export const lateKey = ({ agency = '', year = 0, source, version }: StoredRecord): TableKey => ({
  pk: agencyPartition(agency),
  sk: `late#${String(year).padStart(4, '0')}#${source.sha256 ?? version}`,
});

/** Key of what became of an object's newest version. */
export const objectKey = (id: string): TableKey => ({ pk: `object#${id}`, sk: 'current' });

/** What the keys of all news of these bytes rejected for this reason begin with; a file never fetched has no hash. */
export const rejectionPrefix = ({ object, source, version, reason }: StoredRecord): TableKey => ({
  pk: `object#${objectId(object)}`,
  sk: `told#${source.sha256 ?? version}#${reason}#`,
});

/** Key of which upload tells of a rejection that follows something else noted of the object. */
export const rejectionKey = (record: StoredRecord, follows: string): TableKey => {
  const { pk, sk } = rejectionPrefix(record);
  return { pk, sk: `${sk}${follows}` };
};

/** Partition of the index `listing`. */
export const listingPartition = (year: number, verdict: string, shard: number): string =>
  `${String(year).padStart(4, '0')}#${verdict}#${shard}`;

/** The parts of the name of a partition of the index `listing`. */
export const parseListingPartition = (partition: string) => {
  const [year = '', verdict = '', shard = ''] = partition.split('#');
  return { year: Number(year), verdict, shard: Number(shard) };
};

/** The shard of an entry, by what it is sorted by. */
export const shardOf = (sort: string): number =>
  createHash('sha256').update(sort).digest().readUInt32BE(0) % LISTING_SHARDS;
