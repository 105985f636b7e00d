import { eventsOf } from '../../shared/events/events-of.ts';
import type { VersionEntry } from '../../shared/records/stored-record.ts';
import type { Announcer } from './announcer.ts';
import type { Ledger } from './ledger.ts';

export interface Announcing {
  readonly ledger: Ledger;
  readonly announcer: Announcer;
  readonly apiUrl: string;
}

/**
 * Makes an entered check stand and announces it; the caller marks it announced when all that follows from it is
 * done. May be repeated from any point: the same events go out under the same ids.
 */
export const announceEntry = async (
  { ledger, announcer, apiUrl }: Announcing,
  entry: VersionEntry,
): Promise<void> => {
  const place = await ledger.makeCurrent(entry);
  await ledger.noteObject(entry);
  const dismissed = entry.verdict === 'inconsistent' ? await ledger.dismissed(entry) : undefined;
  const events = eventsOf(entry, { ...place, ...(dismissed && { dismissed }) }, apiUrl);
  if (events.length > 0) await announcer.announce(events);
};
