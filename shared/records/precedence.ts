import type { StoredRecord } from './stored-record.ts';

/** What decides which of two examined uploads is the newer one. */
export interface Precedence {
  readonly key: string;
  readonly sequencer?: string | undefined;
  readonly uploadedAt: string;
  readonly version: string;
  readonly ruleSet: number;
}

/** Sequencers compare as hexadecimal numbers: the shorter one is padded with zeros on the left. */
const compareSequencers = (a: string, b: string): number => {
  const width = Math.max(a.length, b.length);
  return compareText(a.toUpperCase().padStart(width, '0'), b.toUpperCase().padStart(width, '0'));
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders two uploads: positive when `a` is the newer.
 *
 * Within one key the sequencer decides, as Amazon S3 states ("Event notifications aren't guaranteed to arrive in
 * the same order that the events occurred … you can use the sequencer"). It says nothing between keys, so there
 * the time of upload decides, then the key, so that every worker comes to the same answer. The same upload under
 * a newer rule set is the newer one.
 */
export const compareUploads = (a: Precedence, b: Precedence): number => {
  if (a.version === b.version) return a.ruleSet - b.ruleSet;
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
}: Pick<StoredRecord, 'object' | 'version' | 'ruleSet'>): Precedence => ({
  key: `${object.bucket}/${object.key}`,
  sequencer: object.sequencer,
  uploadedAt: object.uploadedAt,
  version,
  ruleSet,
});
