import { checkId } from '../../shared/records/check-identity.ts';
import { sameBytes } from '../../shared/records/displaced-by.ts';
import type { StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';
import type { CurrentRecord, Place } from './ledger.ts';

/** What the table knows of a year. */
export interface YearHistory {
  /** Every upload and every later check of the year. */
  readonly history: () => Promise<readonly VersionEntry[]>;
  /** The upload that tells of bytes which never stood: the first that asked. */
  readonly teller: () => Promise<string>;
}

/**
 * How a check stands when a newer record is there. Whoever displaces a record notes it first, so what nobody noted
 * never stood, and never will.
 *
 * - What stood tells what it was to tell then: it may have ended before it did.
 * - A later check that never stood tells nothing: the newer one tells what differs from the check before both.
 * - An upload that never stood tells of itself, late; unless the same bytes stood, for then they were told of.
 */
export const standBehind = async (
  { history, teller }: YearHistory,
  entry: VersionEntry,
  newer: CurrentRecord,
): Promise<Place> => {
  const entries = await history();
  const noted = new Set(entries.map(({ displaced }) => displaced?.check));
  const id = checkId(entry);
  const current = newer.version === entry.version;
  if (noted.has(id)) return { current, displaced: entries.find((each) => checkId(each) === id)?.displaced };
  if (entry.recheck) return { current };

  const isCopy = (each: StoredRecord): boolean => checkId(each) !== id && sameBytes(entry, each.source);
  const stood = isCopy(newer) || entries.some((each) => isCopy(each) && noted.has(checkId(each)));
  return { current, told: stood || (await teller()) !== entry.version };
};
