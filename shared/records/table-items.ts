import * as z from 'zod';
import { VERDICTS } from '../checks/examination.ts';
import { REJECTION_REASONS } from '../document/rejection.ts';
import { checkId } from './check-identity.ts';
import { objectId } from './identity.ts';
import type { DisplacedCheck, StoredRecord } from './stored-record.ts';
import { currentKey, LISTING_PARTITIONS, listingPartition, objectKey, shardOf } from './table-keys.ts';

/** The attributes that the index carries besides its keys: what a list shows. */
export const LISTING_ATTRIBUTES = [
  'agency',
  'statedAgency',
  'year',
  'verdict',
  'reason',
  'version',
  'ruleSet',
  'format',
  'errors',
  'warnings',
  'name',
  'objectId',
  'uploadedAt',
  'recordedAt',
] as const;

const listed = (record: StoredRecord, year: number, sort: string) => ({
  listPartition: listingPartition(year, record.verdict, shardOf(sort)),
  listSort: sort,
  errors: record.counts.findings.error,
  warnings: record.counts.findings.warning,
  name: record.source.name,
  objectId: objectId(record.object),
  uploadedAt: record.object.uploadedAt,
  ...(record.source.format && { format: record.source.format }),
});

/** The current record of an agency's year, listed by year and verdict in order of the agency's name. */
export const toCurrentItem = (record: StoredRecord & { readonly displaced?: DisplacedCheck | undefined }) => {
  const agency = record.agency ?? '';
  const year = record.year ?? 0;
  return { ...record, ...currentKey(agency, year), ...listed(record, year, agency), check: checkId(record) };
};

/** The sequencer so that it compares as text; work that we ordered ourselves has none. */
const objectOrder = ({ sequencer }: StoredRecord['object']): string | undefined =>
  sequencer?.toUpperCase().padEnd(40, '0');

/** Orders the checks of one version of an object: readers first, then rules. */
const rulesOrder = ({ reading = 1, ruleSet }: StoredRecord): string =>
  [reading, ruleSet].map((number) => String(number).padStart(6, '0')).join('.');

/**
 * What became of the newest version of an object. Only rejected ones are listed: the others are listed as reports.
 */
export const toObjectItem = (record: StoredRecord) => {
  const id = objectId(record.object);
  const rejected = record.verdict === 'rejected';
  const order = objectOrder(record.object);
  return {
    ...(rejected ? { ...record, ...listed(record, 0, id) } : pointer(record)),
    ...objectKey(id),
    ...(order && { objectOrder: order }),
    rules: rulesOrder(record),
  };
};

const pointer = ({ agency, year, verdict, version, ruleSet, reading, object, recordedAt }: StoredRecord) => ({
  agency,
  year,
  verdict,
  version,
  ruleSet,
  reading,
  object,
  recordedAt,
});

/** A partition of the index that has been used, so that lists and totals know where to look without a scan. */
export const partitionItem = (listPartition: string) => ({ pk: LISTING_PARTITIONS, sk: listPartition });

/** What the listing shows of a record. Reports have agency and year, rejected uploads their object. */
export const listedRecordSchema = z.object({
  listSort: z.string(),
  agency: z.string().optional(),
  statedAgency: z.string().nullable().optional(),
  year: z.number().int().optional(),
  verdict: z.enum(VERDICTS),
  reason: z.enum(REJECTION_REASONS).optional(),
  version: z.string(),
  ruleSet: z.number().int(),
  format: z.string().optional(),
  errors: z.number().int(),
  warnings: z.number().int(),
  name: z.string(),
  objectId: z.string(),
  uploadedAt: z.string(),
  recordedAt: z.string(),
});
export type ListedRecord = z.infer<typeof listedRecordSchema>;
