import type { Examination } from '../../shared/checks/examination.ts';
import { withHistory } from '../../shared/checks/history/with-history.ts';
import { publishedReport } from '../../shared/checks/re-examine.ts';
import { type Basis, basisOf } from '../../shared/records/check-identity.ts';
import { recordAgency, recordYear, UNDATED } from '../../shared/records/identity.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import type { StoredRecord } from '../../shared/records/stored-record.ts';
import type { Report } from '../../shared/report/report.ts';
import type { Archive } from './archive.ts';
import type { Ledger, Seen } from './ledger.ts';

/** An examination held against the year before, and which record that was. */
export interface Held {
  readonly examination: Examination;
  readonly basis?: Basis;
  /** What stood in the year of the report itself; absent when the bytes are no report. */
  readonly seen?: Seen;
}

/** The report of a record, as it was read. */
export const reportOf = async (
  archive: Pick<Archive, 'examined'>,
  record: Pick<StoredRecord, 'document'>,
): Promise<Report | undefined> => publishedReport(await archive.examined(record.document));

/**
 * Holds a new examination against the current record of the same agency for the year before. Reports without a year
 * have no neighbours. One look tells of both years.
 */
export const holdAgainstYearBefore = async (
  ledger: Pick<Ledger, 'standings'>,
  archive: Pick<Archive, 'examined'>,
  examination: Examination,
  object: ObjectVersion,
): Promise<Held> => {
  const { report } = examination;
  if (!report) return { examination };
  const year = recordYear(report);
  const before = year === UNDATED ? year : year - 1;
  const standing = await ledger.standings(recordAgency(report, object), before, year);
  const seen = { present: standing.get(year) };
  const record = before === year ? undefined : standing.get(before);
  if (!record) return { examination: withHistory(examination), seen };
  return {
    examination: withHistory(examination, await reportOf(archive, record)),
    basis: basisOf(record),
    seen,
  };
};
