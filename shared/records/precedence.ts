import type { Basis, CheckedWith } from './check-identity.ts';
import type { StoredRecord } from './stored-record.ts';

/** What decides which of two examined uploads is the newer one. */
export interface Precedence {
  readonly key: string;
  readonly sequencer?: string | undefined;
  readonly uploadedAt: string;
  readonly version: string;
  readonly ruleSet: number;
  /** Version of the readers; 1 when absent. */
  readonly reading?: number | undefined;
  /** The record of the year before that it was held against. */
  readonly basis?: Basis | undefined;
}

/**
 * "The sequencers can be of different lengths. So, to compare these values, first right pad the shorter value with
 * zeros, and then do a lexicographical comparison." (Amazon S3, event message structure)
 */
const compareSequencers = (a: string, b: string): number => {
  const width = Math.max(a.length, b.length);
  return compareText(a.toUpperCase().padEnd(width, '0'), b.toUpperCase().padEnd(width, '0'));
};

/** A report held against a year before is newer than the same one alone; else the newer year before decides. */
const compareBases = (a: Basis | undefined, b: Basis | undefined): number =>
  a && b
    ? compareUploads(
        precedenceOf({ ...a, object: a, ruleSet: 0 }),
        precedenceOf({ ...b, object: b, ruleSet: 0 }),
      )
    : Number(a !== undefined) - Number(b !== undefined);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders two uploads: positive when `a` is the newer.
 *
 * Within one key the sequencer decides, as Amazon S3 states ("Event notifications aren't guaranteed to arrive in
 * the same order that the events occurred … you can use the sequencer"). It says nothing between keys, so there
 * the time of upload decides, then the key, so that every worker comes to the same answer. The same upload
 * read by newer readers is the newer one, then under a newer rule set, then against a newer record of the year
 * before. All of these only ever move forward, so that checks of one upload have one order.
 */
export const compareUploads = (a: Precedence, b: Precedence): number => {
  if (a.version === b.version)
    return (a.reading ?? 1) - (b.reading ?? 1) || a.ruleSet - b.ruleSet || compareBases(a.basis, b.basis);
  if (a.key !== b.key) return compareText(a.uploadedAt, b.uploadedAt) || compareText(a.key, b.key);
  if (a.sequencer !== undefined && b.sequencer !== undefined) {
    const order = compareSequencers(a.sequencer, b.sequencer);
    if (order !== 0) return order;
  }
  return compareText(a.uploadedAt, b.uploadedAt) || compareText(a.version, b.version);
};

/** What decides between records, taken from one. */
export const precedenceOf = ({
  object,
  version,
  ruleSet,
  reading,
  basis,
}: CheckedWith & { readonly object: Basis | StoredRecord['object'] }): Precedence => ({
  key: `${object.bucket}/${object.key}`,
  sequencer: object.sequencer,
  uploadedAt: object.uploadedAt,
  version,
  ruleSet,
  reading,
  basis,
});
