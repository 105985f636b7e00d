import { eventsOf, type Standing } from '../../shared/events/events-of.ts';
import type { VersionEntry } from '../../shared/records/stored-record.ts';
import type { Announcer } from './announcer.ts';
import type { Ledger } from './ledger.ts';

export interface Announcing {
  readonly ledger: Ledger;
  readonly announcer: Announcer;
  readonly apiUrl: string;
}

/** Makes an entered check stand, unless a newer one does. May be repeated from any point. */
export const makeStand = async (ledger: Ledger, entry: VersionEntry): Promise<Standing> => {
  const place = await ledger.makeCurrent(entry);
  await ledger.noteObject(entry);
  const dismissed = entry.verdict === 'inconsistent' ? await ledger.dismissed(entry) : undefined;
  return { ...place, ...(dismissed && { dismissed }) };
};

/**
 * Announces what is new of a check; the caller marks it announced when all that follows from it is done. Repeated,
 * the same events go out under the same ids.
 */
export const announceEntry = async (
  { announcer, apiUrl }: Announcing,
  entry: VersionEntry,
  standing: Standing,
): Promise<void> => {
  const events = eventsOf(entry, standing, apiUrl);
  if (events.length > 0) await announcer.announce(events);
};
