import type { DisplacedCheck, StoredRecord, VersionEntry } from '../../shared/records/stored-record.ts';

/** How a version stands after it was entered: the current one, or behind a newer one. */
export interface Place {
  readonly current: boolean;
  readonly displaced?: DisplacedCheck | undefined;
  /** It never stood, and another upload tells of the same bytes. */
  readonly told?: boolean;
}

/** The record that stands for a year, with what it displaced. */
export type CurrentRecord = Omit<VersionEntry, 'announcedAt'>;

/** The record of a year, as it stood when it was looked at; none where there was none. */
export interface Seen {
  readonly present: CurrentRecord | undefined;
}

/** The current record of each year that has one. */
export type Standings = ReadonlyMap<number, CurrentRecord>;

/** A check as the history holds it. */
export interface Entered {
  readonly entry: VersionEntry;
  /** Entered just now; false when an earlier attempt, or another worker, had. */
  readonly first: boolean;
}

/** How a rejected upload stands among those of its object. */
export interface RejectionNews {
  /** What else was noted of the object before these bytes were rejected for this reason. */
  readonly follows: string;
  /** Another upload tells of it, or it was told before. */
  readonly told: boolean;
}

/**
 * Where records are kept. Every call may be repeated without harm, so that a piece of work that ended anywhere can
 * begin again from the start.
 */
export interface Ledger {
  /**
   * Enters a version in the history, not yet announced; or finds the same version there as it was first entered.
   */
  enter(record: StoredRecord): Promise<Entered>;
  /**
   * Makes the version the current record of its agency and year, unless a newer one is there.
   * @param seen saves a look where the caller had one; it may be out of date
   */
  makeCurrent(entry: VersionEntry, seen?: Seen): Promise<Place>;
  /** What stands in the years given, both ends included. Sees every write that ended before. */
  standings(agency: string, from: number, to: number): Promise<Standings>;
  /** Later checks of these years that were entered and not announced: left by work that ended in between. */
  pending(agency: string, from: number, to: number): Promise<readonly VersionEntry[]>;
  /**
   * Notes what became of the object, unless a newer version of it was noted.
   * @param news of a rejected upload only
   */
  noteObject(record: StoredRecord, news?: RejectionNews): Promise<void>;
  /** Whether a rejected upload is news, and its own to tell; asked before it is noted. */
  rejectionNews(record: StoredRecord): Promise<RejectionNews>;
  /** Marks the news of a rejected upload as told. */
  markTold(record: StoredRecord, news: RejectionNews, at: string): Promise<void>;
  /** Fingerprints of the findings of this report that a person dismissed. */
  dismissed(record: StoredRecord): Promise<ReadonlySet<string>>;
  markAnnounced(entry: VersionEntry, at: string): Promise<void>;
}
