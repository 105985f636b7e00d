import type { DisplacedCheck, StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';

/** How a version stands after it was entered: the current one, or behind a newer one. */
export interface Place {
  readonly current: boolean;
  readonly displaced?: DisplacedCheck | undefined;
  /** It never stood, and another upload tells of the same bytes. */
  readonly told?: boolean;
}

/** An agency's records of a few years, as they stand now. */
export interface Standings {
  /** The current record of each year that has one. */
  readonly current: ReadonlyMap<number, StoredRecord>;
  /** Later checks that were entered and not announced: left by work that ended in between. */
  readonly pending: readonly VersionEntry[];
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
  /** The current record of an agency's year. */
  current(agency: string, year: number): Promise<StoredRecord | undefined>;
  /** What stands in the years given, both ends included. Sees every write that ended before. */
  standings(agency: string, from: number, to: number): Promise<Standings>;
  /** Notes what became of the object, unless a newer version of it was noted. */
  noteObject(record: StoredRecord): Promise<void>;
  /** Fingerprints of the findings of this report that a person dismissed. */
  dismissed(record: StoredRecord): Promise<ReadonlySet<string>>;
  markAnnounced(entry: VersionEntry, at: string): Promise<void>;
}
