import type { Examination } from '../../shared/checks/examination.ts';
import type { Published } from '../../shared/checks/publish.ts';
import { reExamine } from '../../shared/checks/re-examine.ts';
import { basisOf } from '../../shared/records/check-identity.ts';
import { compareUploads, precedenceOf } from '../../shared/records/precedence.ts';
import type { StoredRecord } from '../../shared/records/stored-record.ts';
import { toRecord } from '../../shared/records/to-record.ts';
import type { Archive } from './archive.ts';
import { reportOf } from './year-before.ts';

/** A stored report under the present rules and against the present record of the year before. */
export interface CheckedAgain {
  /** What was kept of it. */
  readonly before: Published;
  readonly examination: Examination;
  /** The record that would stand; the same check as the stored one where nothing has moved on. */
  readonly record: StoredRecord;
}

/**
 * Whether the record that would stand is newer than the one that stands. Not after a return to older rules: what
 * newer ones said then stays.
 */
export const isNewer = (record: StoredRecord, standing: StoredRecord): boolean =>
  compareUploads(precedenceOf(record), precedenceOf(standing)) > 0;

/**
 * Runs the present rules over a stored report, from its kept examination and that of the year before. Writes nothing.
 *
 * @param previous the current record of the year before
 * @param now ISO 8601 in UTC
 */
export const checkAgain = async (
  archive: Pick<Archive, 'examined'>,
  stored: StoredRecord,
  previous: StoredRecord | undefined,
  ruleSet: number,
  now: string,
): Promise<CheckedAgain> => {
  const [before, previousReport] = await Promise.all([
    archive.examined(stored.document),
    previous && reportOf(archive, previous),
  ]);
  const examination = reExamine(before, previousReport);
  const record = toRecord(examination, stored.object, ruleSet, now, {
    recheck: true,
    ...(stored.reading !== undefined && { reading: stored.reading }),
    ...(previous && { basis: basisOf(previous) }),
  });
  return { before, examination, record };
};
