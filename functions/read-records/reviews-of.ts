import type { Review } from '../../shared/records/review.ts';
import type { StoredRecord } from '../../shared/records/stored-record.ts';
import type { RecordReader } from './record-reader.ts';

/** What people said of a record's findings; not asked for where there is nothing to say anything of. */
export const reviewsOf = async (
  reader: Pick<RecordReader, 'reviews'>,
  { counts }: Pick<StoredRecord, 'counts'>,
  { agency, year }: { readonly agency: string; readonly year: number },
): Promise<Review[]> => {
  const { error, warning, info } = counts.findings;
  return error + warning + info === 0 ? [] : reader.reviews(agency, year);
};
