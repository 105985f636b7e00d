import type { VersionEntry } from '../../shared/records/stored-record.ts';
import { type Announcing, announceEntry } from './announce-entry.ts';

/**
 * Notes what became of a rejected upload and announces it, unless it is no news. Told only when it can be read;
 * marked as told only when it is.
 */
export const tellRejection = async (
  services: Announcing & { readonly now: () => Date },
  entry: VersionEntry,
): Promise<void> => {
  const { ledger, now } = services;
  const news = await ledger.rejectionNews(entry);
  await ledger.noteObject(entry, news);
  if (news.told) return;
  await announceEntry(services, entry, { current: false });
  await ledger.markTold(entry, news, now().toISOString());
};
