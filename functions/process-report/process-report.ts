import type { Examination } from '../../shared/checks/examination.ts';
import { publish } from '../../shared/checks/publish.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { rejectLimit } from '../../shared/document/rejection.ts';
import { fileName, type ObjectVersion } from '../../shared/records/object-version.ts';
import type { StoredRecord } from '../../shared/records/stored-record.ts';
import { toRecord } from '../../shared/records/to-record.ts';
import { allDone } from './all-done.ts';
import { announceEntry } from './announce-entry.ts';
import { lookAround, type Settling, settleYears } from './settle-years.ts';
import { type Stages, stopwatch } from './stopwatch.ts';
import { tellRejection } from './tell-rejection.ts';
import { holdAgainstYearBefore } from './year-before.ts';

export interface Services extends Settling {
  readonly examine: (bytes: Uint8Array, name: string) => Promise<Examination>;
  /** Version of the readers. */
  readonly reading: number;
}

/** What became of one upload. */
export type Processed =
  | { readonly outcome: 'gone'; readonly stages: Stages }
  | { readonly outcome: 'repeat' | 'recorded'; readonly record: StoredRecord; readonly stages: Stages };

/** An upload too large to be fetched has no hash, since its bytes were never seen. */
const tooLarge = (name: string, bytes: number): Examination => ({
  source: { name, bytes, sha256: '' },
  verdict: 'rejected',
  outcomes: [],
  findings: [],
  ...rejectLimit('fileBytes'),
});

/**
 * Reads, checks, records and announces one upload, and checks its neighbours in time again. It may be called any
 * number of times for the same one, also after it ended anywhere in between: the record is entered first as not
 * announced, and only what was announced is marked so.
 *
 * @throws only for faults of the surroundings, so that the message comes back; a bad document is a result
 */
export const processReport =
  (services: Services) =>
  async (object: ObjectVersion): Promise<Processed> => {
    const { archive, ledger, examine, ruleSet, reading, now } = services;
    const { lap, stages } = stopwatch();
    const fetched = await lap('fetch', archive.fetch(object, LIMITS.fileBytes.limit));
    if (fetched.kind === 'gone') return { outcome: 'gone', stages };

    const name = fileName(object);
    const alone =
      fetched.kind === 'too-large'
        ? tooLarge(name, fetched.size)
        : await lap('examine', examine(fetched.bytes, name));
    const { examination, basis, seen } = await lap(
      'record',
      holdAgainstYearBefore(ledger, archive, alone, object),
    );

    const record = toRecord(examination, object, ruleSet, now().toISOString(), {
      ...(reading > 1 && { reading }),
      ...(basis && { basis }),
    });
    // Kept before it is entered: the entry that stands, whoever entered it, always has its own document.
    await lap('keep', archive.keep(record.document, JSON.stringify(publish(examination))));
    const { entry, first } = await lap('record', ledger.enter(record));
    if (entry.announcedAt !== undefined) return { outcome: 'repeat', record: entry, stages };

    const { agency, year } = entry;
    if (agency === undefined || year === undefined) {
      await lap('announce', tellRejection(services, entry));
    } else {
      const place = await lap('record', ledger.makeCurrent(entry, seen));
      // Told only when it can be read; none of these waits for another.
      const [, , around] = await allDone([
        lap('record', ledger.noteObject(entry)),
        lap('announce', announceEntry(services, entry, place)),
        lap('settle', lookAround(ledger, agency, year, !first)),
      ]);
      await lap('settle', settleYears(services, agency, year, around));
    }
    await lap('announce', ledger.markAnnounced(entry, now().toISOString()));
    return { outcome: 'recorded', record: entry, stages };
  };
