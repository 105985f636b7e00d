import { publish } from '../../shared/checks/publish.ts';
import { basisId, readingOf } from '../../shared/records/check-identity.ts';
import { UNDATED } from '../../shared/records/identity.ts';
import type { StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';
import { type Announcing, announceEntry, makeStand } from './announce-entry.ts';
import type { Archive } from './archive.ts';
import { checkAgain, isNewer } from './check-again.ts';

export interface Settling extends Announcing {
  readonly archive: Archive;
  readonly ruleSet: number;
  readonly now: () => Date;
}

/** The years of an agency kept changing while they were held against each other; the message comes back later. */
export class UnsettledError extends Error {
  override readonly name = 'UnsettledError';
}

/** Rounds of looking and checking again; one is enough unless others work on the same agency. */
const ROUNDS = 8;

/** Checks a stored report again and enters the result, not yet announced; nothing when nothing has moved on. */
export const enterAgain = async (
  { archive, ledger, ruleSet, now }: Settling,
  stored: StoredRecord,
  previous: StoredRecord | undefined,
): Promise<VersionEntry | undefined> => {
  const { examination, record } = await checkAgain(archive, stored, previous, ruleSet, now().toISOString());
  if (!isNewer(record, stored)) return undefined;
  // Kept before it is entered: the entry that stands, whoever entered it, always has its own document.
  await archive.keep(record.document, JSON.stringify(publish(examination)));
  return ledger.enter(record);
};

/** Whether a record was held against another record of the year before than the one that stands there now. */
const isBehind = (record: StoredRecord, previous: StoredRecord): boolean =>
  basisId(record.basis) !== readingOf(previous);

/**
 * Brings an agency's year and the one after it up to date with the years before them: whichever was held against
 * another record of its year before is checked again, made current and announced.
 *
 * Called after a record was made current and before its message is done with. Of two workers that record
 * neighbouring years at the same time, the one whose look comes later sees the other's record, since each writes
 * before it looks. Checks that a worker entered and did not announce are taken up by whoever looks next, at the
 * latest by the message of that worker itself when it comes back.
 *
 * @returns the later checks that were announced
 * @throws UnsettledError when others kept changing the same years
 */
export const settleYears = async (
  services: Settling,
  agency: string,
  year: number,
): Promise<VersionEntry[]> => {
  const announced: VersionEntry[] = [];
  if (year === UNDATED) return announced;
  const { ledger, now } = services;
  for (let round = 0; round < ROUNDS; round++) {
    const { current, pending } = await ledger.standings(agency, year - 1, year + 1);
    const entries = [...pending];
    for (const each of [year, year + 1]) {
      const [record, previous] = [current.get(each), current.get(each - 1)];
      if (!record || !previous || !isBehind(record, previous)) continue;
      const entry = await enterAgain(services, record, previous);
      if (entry && entry.announcedAt === undefined) entries.push(entry);
    }
    if (entries.length === 0) return announced;
    for (const entry of entries) {
      await announceEntry(services, entry, await makeStand(ledger, entry));
      await ledger.markAnnounced(entry, now().toISOString());
      announced.push(entry);
    }
  }
  throw new UnsettledError(`${agency} ${year} kept changing`);
};
