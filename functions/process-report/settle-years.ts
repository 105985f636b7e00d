import { publish } from '../../shared/checks/publish.ts';
import { basisId, checkId, readingOf } from '../../shared/records/check-identity.ts';
import { UNDATED } from '../../shared/records/identity.ts';
import type { StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';
import { allDone } from './all-done.ts';
import { type Announcing, announceEntry } from './announce-entry.ts';
import type { Archive } from './archive.ts';
import { checkAgain, isNewer } from './check-again.ts';
import type { Ledger, Seen, Standings } from './ledger.ts';

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
  const { entry } = await ledger.enter(record);
  return entry;
};

/** Whether a record was held against another record of the year before than the one that stands there now. */
const isBehind = (record: StoredRecord, previous: StoredRecord): boolean =>
  basisId(record.basis) !== readingOf(previous);

/** What a look around an agency's year finds. */
export interface Around {
  /** What stands in the year before, the year, and the one after. */
  readonly standing: Standings;
  /** Later checks of these years that an earlier attempt may have left without announcing them. */
  readonly pending: readonly VersionEntry[];
}

/**
 * Looks around an agency's year: after a record was made current, never before. Reports without a year have no
 * neighbours to be held against; only what was left of themselves is looked for.
 *
 * @param again whether an earlier attempt may have left something; what others left, their own messages take up
 */
export const lookAround = async (
  ledger: Ledger,
  agency: string,
  year: number,
  again: boolean,
): Promise<Around> => {
  if (year === UNDATED)
    return { standing: new Map(), pending: again ? await ledger.pending(agency, year, year) : [] };
  const years = [agency, year - 1, year + 1] as const;
  const [standing, pending] = await allDone([
    ledger.standings(...years),
    again ? ledger.pending(...years) : Promise.resolve([]),
  ]);
  return { standing, pending };
};

/** Lets a later check stand, and announces what is new of it. */
const follow = async (services: Settling, entry: VersionEntry, seen: Seen | undefined): Promise<void> => {
  const { ledger, now } = services;
  const place = await ledger.makeCurrent(entry, seen);
  const { displaced } = place;
  // What became of the object is noted by rules: a newer year before changes nothing of it.
  const isNoted = displaced?.version === entry.version && displaced.ruleSet === entry.ruleSet;
  await allDone([
    isNoted ? Promise.resolve() : ledger.noteObject(entry),
    announceEntry(services, entry, place),
  ]);
  await ledger.markAnnounced(entry, now().toISOString());
};

/**
 * Brings an agency's year and the one after it up to date with the years before them: whichever was held against
 * another record of its year before is checked again, made current and announced.
 *
 * Called after a record was made current and before its message is done with. Of two workers that record
 * neighbouring years at the same time, the one whose look comes later sees the other's record, since each writes
 * before it looks. Checks that a worker entered and did not announce are taken up by the message of that worker
 * when it comes back, or by whoever finds the same neighbours behind before.
 *
 * @param first look around the year, since the record was made current
 * @returns the later checks that were announced
 * @throws UnsettledError when others kept changing the same years
 */
export const settleYears = async (
  services: Settling,
  agency: string,
  year: number,
  first: Around,
): Promise<VersionEntry[]> => {
  const announced: VersionEntry[] = [];
  let { standing, pending } = first;
  for (let round = 0; round < ROUNDS; round++) {
    const entries = new Map(pending.map((entry) => [checkId(entry), entry]));
    for (const each of [year, year + 1]) {
      const [record, previous] = [standing.get(each), standing.get(each - 1)];
      if (!record || !previous || !isBehind(record, previous)) continue;
      const entry = await enterAgain(services, record, previous);
      if (entry && entry.announcedAt === undefined) entries.set(checkId(entry), entry);
    }
    if (entries.size === 0) return announced;
    const unchanged = new Map(standing);
    for (const entry of entries.values()) {
      const { year: own = UNDATED } = entry;
      await follow(services, entry, unchanged.has(own) ? { present: unchanged.get(own) } : undefined);
      unchanged.delete(own);
      announced.push(entry);
    }
    ({ standing, pending } = await lookAround(services.ledger, agency, year, false));
  }
  throw new UnsettledError(`${agency} ${year} kept changing`);
};
