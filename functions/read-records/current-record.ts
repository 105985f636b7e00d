import type { StoredRecord } from '../../shared/records/stored-record.ts';
import { Problem } from '../http/problem.ts';
import type { RecordReader } from './record-reader.ts';

/**
 * The current record of an agency's year.
 * @throws Problem `not-found`
 */
export const currentRecord = async (
  reader: Pick<RecordReader, 'current'>,
  { agency, year }: { readonly agency: string; readonly year: number },
): Promise<StoredRecord> => {
  const record = await reader.current(agency, year);
  if (!record) throw new Problem('not-found', 'No report of this agency and year has been recorded.');
  return record;
};
