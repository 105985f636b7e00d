/** A claim as found, its clause given in folded code units. */
export interface Found {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  implied: boolean;
  approximate: boolean;
  /** One unit of the last digit printed; 1 where no power of ten is. */
  precision: number;
  range: readonly [least: number, most: number] | undefined;
  part: boolean;
  share: string | undefined;
  readonly narrower: boolean;
  eitherRoute: boolean;
  /** Said of the whole region (全区), or of the office by itself (本机关). */
  readonly reach: 'wide' | 'own' | null;
}

export type RemedyId = 'reconsideration' | 'litigation';
export type DocumentId = 'regulations' | 'normativeDocuments';

/** A candidate for the year's total of 主动公开. */
export interface Disclosed {
  readonly found: Found;
  /** 3 主动公开, 2 公开, 1 发布, 0 a number that only shows that the text lists channels. */
  readonly strength: number;
  /** The verb alone, whatever is counted. */
  readonly verb: number;
  /** Bound to one channel: 通过…网站. */
  readonly channel: boolean;
  readonly part: boolean;
  readonly fresh: boolean;
}

/** What the sentences before and the clause so far are about. */
export interface State {
  /** Year of the report, 0 where not known. */
  year: number;
  topic: 'request' | 'remedy' | 'documents' | 'other' | '';
  remedy: RemedyId | null;
  /** Cases of both kinds were counted side by side: a result after them is of neither alone. */
  bothRemedies: boolean;
  /** 复议后起诉 is counted beside the litigation. */
  besideRoute: boolean;
  /** What follows is about other cases: a result was told, or the statement ended. */
  remedyTold: boolean;
  document: DocumentId | null;
  /** Inside a breakdown: 其中. */
  part: boolean;
  /** The part that what follows is a part of: 予以公开10件（…）. */
  whole: string | undefined;
  /** The sentence has stated a number. */
  numbered: boolean;
  /** Inside a clause about an earlier year. */
  past: boolean;
  /** Inside a clause about all years. */
  history: boolean;
  /** Inside a clause about part of the year. */
  partYear: boolean;
  /** The text is of a half year, not of a year. */
  halfYearly: boolean;
  /** The sentence speaks of another field's cases: 行政执法, 司法. */
  otherField: boolean;
  /** The office speaks as the organ that hears cases: 作为复议机关. */
  hearing: boolean;
  /** What is counted are matters that are no requests: 建议提案120件. */
  otherMatters: boolean;
  /** Requests received, as the sentence said, or a sentence before in the paragraph. */
  received: number | undefined;
  receivedHere: boolean;
  /** Whether requests were carried over or forward, so that 全部办结 is not all that was received. */
  carried: boolean;
  /** Cases that are only filed: 备案. */
  filed: boolean;
  /** The sentence names the year it speaks of. */
  dated: boolean;
  reach: 'wide' | 'own' | null;
  narrower: boolean;
  /** The clauses speak of one level of government alone: 市本级. */
  level: boolean;
  found: Found[];
  disclosed: Disclosed[];
}

/** The state before a paragraph is read. */
export const newState = (year: number, halfYearly = false): State => ({
  year,
  topic: '',
  remedy: null,
  bothRemedies: false,
  besideRoute: false,
  remedyTold: false,
  document: null,
  part: false,
  whole: undefined,
  numbered: false,
  past: false,
  history: false,
  partYear: false,
  halfYearly,
  otherField: false,
  hearing: false,
  otherMatters: false,
  received: undefined,
  receivedHere: false,
  carried: false,
  filed: false,
  dated: false,
  reach: null,
  narrower: false,
  level: false,
  found: [],
  disclosed: [],
});
