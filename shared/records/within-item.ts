import { createHash } from 'node:crypto';
import type { CauseSummary, FindingSummary, StoredRecord } from './stored-record.ts';
import { toCurrentItem } from './table-items.ts';

/** An item stays under 16 kB of JSON. */
const ITEM_BYTES = 16 * 1024;

/** Bytes of JSON for findings and causes, where what stands beside them leaves as much. */
const FINDINGS_BYTES = 7_000;
const CAUSES_BYTES = 4_000;

/**
 * For the names of errors beyond the findings put into words: 70 errors, or 45 with a cause each. Rows and columns can
 * fail 42 times together and history 7, so that only a report with dozens of negative or broken numbers has more.
 */
const MORE_ERRORS_BYTES = 2_400;

/** For what will be noted of the check that it displaces: what it is, and the fingerprints of its errors. */
const DISPLACED_BYTES = 2_300;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** As many of the first entries as fit. */
const firstWithin = <Entry>(entries: readonly Entry[], bytes: number): Entry[] => {
  let left = bytes;
  const end = entries.findIndex((entry) => {
    left -= bytesOf(entry) + 1;
    return left < 0;
  });
  return entries.slice(0, end < 0 ? undefined : end);
};

const digestOf = (findings: readonly FindingSummary[]): string =>
  createHash('sha256')
    .update(JSON.stringify(findings.map(({ fingerprint, severity }) => `${severity} ${fingerprint}`).sort()))
    .digest('hex')
    .slice(0, 16);

/**
 * Completes a record with as many findings and causes as its item has room for, and with the names of the errors left
 * over.
 *
 * @param findings all of them, errors first
 */
export const withinItem = (
  rest: Omit<StoredRecord, 'findings' | 'moreErrors' | 'findingsDigest' | 'causes'>,
  findings: readonly FindingSummary[],
  causes: readonly CauseSummary[],
): StoredRecord => {
  const bare = { ...rest, findings: [], findingsDigest: digestOf(findings), causes: [] };
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ fingerprint, cause }) => ({ fingerprint, ...(cause !== undefined && { cause }) }));
  const named = Math.min(bytesOf(errors), MORE_ERRORS_BYTES);
  const room = ITEM_BYTES - bytesOf(toCurrentItem(bare)) - named - DISPLACED_BYTES;
  const kept = firstWithin(findings, Math.min(FINDINGS_BYTES, room));
  const more = firstWithin(errors.slice(kept.length), MORE_ERRORS_BYTES);
  return {
    ...bare,
    findings: kept,
    ...(more.length > 0 && { moreErrors: more }),
    causes: firstWithin(causes, Math.min(CAUSES_BYTES, room - bytesOf(kept))),
  };
};
