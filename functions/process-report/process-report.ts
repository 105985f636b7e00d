import type { Examination } from '../../shared/checks/examination.ts';
import { publish } from '../../shared/checks/publish.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { rejectLimit } from '../../shared/document/rejection.ts';
import { eventsOf } from '../../shared/events/events-of.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import type { StoredRecord } from '../../shared/records/stored-record.ts';
import { toRecord } from '../../shared/records/to-record.ts';
import type { Announcer } from './announcer.ts';
import type { Archive } from './archive.ts';
import type { Ledger } from './ledger.ts';
import { type Stages, stopwatch } from './stopwatch.ts';

export interface Services {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly announcer: Announcer;
  readonly examine: (bytes: Uint8Array, name: string) => Promise<Examination>;
  readonly ruleSet: number;
  readonly apiUrl: string;
  readonly now: () => Date;
}

/** What became of one upload. */
export type Processed =
  | { readonly outcome: 'gone'; readonly stages: Stages }
  | { readonly outcome: 'repeat' | 'recorded'; readonly record: StoredRecord; readonly stages: Stages };

const fileName = (key: string): string => key.slice(key.lastIndexOf('/') + 1) || key;

/** An upload too large to be fetched has no hash, since its bytes were never seen. */
const tooLarge = (name: string, bytes: number): Examination => ({
  source: { name, bytes, sha256: '' },
  verdict: 'rejected',
  outcomes: [],
  findings: [],
  ...rejectLimit('fileBytes'),
});

/**
 * Reads, checks, records and announces one upload. It may be called any number of times for the same one, also
 * after it ended anywhere in between: the record is entered first as not announced, and only what was announced is
 * marked so.
 *
 * @throws only for faults of the surroundings, so that the message comes back; a bad document is a result
 */
export const processReport =
  ({ archive, ledger, announcer, examine, ruleSet, apiUrl, now }: Services) =>
  async (object: ObjectVersion): Promise<Processed> => {
    const { lap, stages } = stopwatch();
    const fetched = await lap('fetch', archive.fetch(object, LIMITS.fileBytes.limit));
    if (fetched.kind === 'gone') return { outcome: 'gone', stages };

    const name = fileName(object.key);
    const examination =
      fetched.kind === 'too-large'
        ? tooLarge(name, fetched.size)
        : await lap('examine', examine(fetched.bytes, name));

    const entry = await lap(
      'record',
      ledger.enter(toRecord(examination, object, ruleSet, now().toISOString())),
    );
    if (entry.announcedAt !== undefined) return { outcome: 'repeat', record: entry, stages };

    await lap('keep', archive.keep(entry.document, JSON.stringify(publish(examination))));
    const place = await lap('record', ledger.makeCurrent(entry));
    await lap('record', ledger.noteObject(entry));

    const dismissed =
      entry.verdict === 'inconsistent' ? await lap('record', ledger.dismissed(entry)) : undefined;
    const standing = { ...place, ...(dismissed && { dismissed }) };
    await lap('announce', announcer.announce(eventsOf(entry, standing, apiUrl)));
    await lap('announce', ledger.markAnnounced(entry, now().toISOString()));
    return { outcome: 'recorded', record: entry, stages };
  };
