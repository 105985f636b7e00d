import type { Displaced, StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';

/** How a version stands after it was entered: the current one, or behind a newer one. */
export interface Place {
  readonly current: boolean;
  readonly displaced?: Displaced | undefined;
}

/**
 * Where records are kept. Every call may be repeated without harm, so that a piece of work that ended anywhere can
 * begin again from the start.
 */
export interface Ledger {
  /**
   * Enters a version in the history, not yet announced. Returns what the history holds now: the record given, or
   * the same version as it was first entered.
   */
  enter(record: StoredRecord): Promise<VersionEntry>;
  /** Makes the version the current record of its agency and year, unless a newer one is there. */
  makeCurrent(entry: VersionEntry): Promise<Place>;
  /** Notes what became of the object, unless a newer version of it was noted. */
  noteObject(record: StoredRecord): Promise<void>;
  /** Fingerprints of the findings of this report that a person dismissed. */
  dismissed(record: StoredRecord): Promise<ReadonlySet<string>>;
  markAnnounced(entry: VersionEntry, at: string): Promise<void>;
}
