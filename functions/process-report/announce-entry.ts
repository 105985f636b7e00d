import { eventsOf } from '../../shared/events/events-of.ts';
import type { VersionEntry } from '../../shared/records/stored-record.ts';
import type { Announcer } from './announcer.ts';
import type { Ledger, Place } from './ledger.ts';

export interface Announcing {
  readonly ledger: Ledger;
  readonly announcer: Announcer;
  readonly apiUrl: string;
}

/**
 * Announces what is new of a check that was made current; the caller marks it announced when all that follows from
 * it is done. Repeated, the same events go out under the same ids.
 */
export const announceEntry = async (
  { ledger, announcer, apiUrl }: Announcing,
  entry: VersionEntry,
  place: Place,
): Promise<void> => {
  const dismissed = entry.verdict === 'inconsistent' ? await ledger.dismissed(entry) : undefined;
  const events = eventsOf(entry, { ...place, ...(dismissed && { dismissed }) }, apiUrl);
  if (events.length > 0) await announcer.announce(events);
};
