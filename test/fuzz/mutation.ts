/** One change to a text or to bytes: `removed` units from `start` on gave way to `put`. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly put: string;
  readonly what: string;
}

/**
 * What a change touched in the unchanged file, first and last counted from 1 and included: `lines` of a text,
 * `rows` of all its tables counted through, or `sheetRows` by the numbers that the only sheet shows.
 */
export interface Touched {
  readonly kind: 'lines' | 'rows' | 'sheetRows';
  readonly from: number;
  readonly to: number;
  /** How many of that kind the unchanged file has: where a reader finds another number, nothing can be told. */
  readonly of: number | undefined;
}

/** A changed file. */
export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly what: string;
  /** Where the change can be told in places of the source. */
  readonly touched?: Touched;
  /** It printed whole rows again or took some away: whose the rows around it are, nobody can tell. */
  readonly coarse?: boolean;
  /** It put in no words and no numbers and took few away: no figure has a reason to hold another's number. */
  readonly small?: boolean;
}
