import type { Verdict } from '../../shared/checks/examination.ts';
import type { RecordReader } from './record-reader.ts';

/** Current records of one year by verdict. Rejected uploads have no year and stand under 0. */
export interface YearCount {
  readonly year: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

const NONE: Record<Verdict, number> = { consistent: 0, inconsistent: 0, incomplete: 0, rejected: 0 };

/** Counts current records by year, newest first, and verdict: one count for each shard, added up. */
export const countRecords = async (reader: RecordReader, year: number | undefined): Promise<YearCount[]> => {
  const partitions = await reader.partitions(year);
  const counts = await Promise.all(partitions.map((partition) => reader.count(partition)));
  const years = new Map<number, Record<Verdict, number>>();
  for (const [index, partition] of partitions.entries()) {
    const verdicts = years.get(partition.year) ?? { ...NONE };
    verdicts[partition.verdict] += counts[index] ?? 0;
    years.set(partition.year, verdicts);
  }
  return [...years].map(([each, verdicts]) => ({ year: each, verdicts })).sort((a, b) => b.year - a.year);
};
