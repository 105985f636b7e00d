import type { Verdict } from '../../shared/checks/examination.ts';
import { LISTING_SHARDS } from '../../shared/records/table-keys.ts';
import type { RecordReader } from './record-reader.ts';

/** Verdicts that a report can have. */
export const REPORT_VERDICTS = [
  'consistent',
  'inconsistent',
  'incomplete',
] as const satisfies readonly Verdict[];

/** Counts the current records of one year by verdict: one count for each shard, added up. */
export const countRecords = async (
  reader: RecordReader,
  year: number,
  verdicts: readonly Verdict[] = REPORT_VERDICTS,
): Promise<Record<Verdict, number>> => {
  const totals: Record<Verdict, number> = { consistent: 0, inconsistent: 0, incomplete: 0, rejected: 0 };
  await Promise.all(
    verdicts.flatMap((verdict) =>
      Array.from({ length: LISTING_SHARDS }, async (_, shard) => {
        const count = await reader.count({ year, verdict, shard });
        totals[verdict] += count;
      }),
    ),
  );
  return totals;
};
