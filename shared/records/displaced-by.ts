import { checkId } from './check-identity.ts';
import { errorsOf } from './errors-of.ts';
import type { DisplacedCheck, StoredRecord } from './stored-record.ts';

/** What the next current record keeps of the one it displaces. */
export const asDisplaced = (record: StoredRecord): DisplacedCheck => ({
  version: record.version,
  ruleSet: record.ruleSet,
  verdict: record.verdict,
  check: checkId(record),
  ...(record.source.sha256 && { sha256: record.source.sha256 }),
  errors: errorsOf(record).map(({ fingerprint }) => fingerprint),
  findings: record.findingsDigest,
});

/** Whether two records are of the same bytes. A file that was never fetched has no hash and is like no other. */
export const sameBytes = (
  record: StoredRecord,
  other: { readonly sha256?: string | undefined } | undefined,
): boolean => record.source.sha256 !== undefined && record.source.sha256 === other?.sha256;
