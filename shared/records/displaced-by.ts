import { createHash } from 'node:crypto';
import { checkId } from './check-identity.ts';
import type { DisplacedCheck, StoredRecord } from './stored-record.ts';

/** Fingerprints of the errors of a record, as far as it keeps them. */
export const errorsOf = ({ findings }: Pick<StoredRecord, 'findings'>): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ fingerprint }) => fingerprint);

/** Changes when a finding comes, goes, or has another severity; not when its words change. */
export const findingsDigest = ({ findings, counts }: Pick<StoredRecord, 'findings' | 'counts'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        findings.map(({ fingerprint, severity }) => `${severity} ${fingerprint}`).sort(),
        counts.findings.error,
        counts.findings.warning,
        counts.findings.info,
      ]),
    )
    .digest('hex')
    .slice(0, 16);

/** What the next current record keeps of the one it displaces. */
export const asDisplaced = (record: StoredRecord): DisplacedCheck => ({
  version: record.version,
  ruleSet: record.ruleSet,
  verdict: record.verdict,
  check: checkId(record),
  ...(record.source.sha256 && { sha256: record.source.sha256 }),
  errors: errorsOf(record),
  findings: findingsDigest(record),
});

/** Whether two records are of the same bytes. A file that was never fetched has no hash and is like no other. */
export const sameBytes = (
  record: StoredRecord,
  other: { readonly sha256?: string | undefined } | undefined,
): boolean => record.source.sha256 !== undefined && record.source.sha256 === other?.sha256;
