import type { Concept, Token } from './token.ts';

/** A claim as found, its clause given in folded code units. */
export interface Found {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly implied?: true;
  readonly approximate?: true;
  readonly part?: true;
  readonly share?: string;
  readonly narrower?: true;
  /** Said of the whole region (全区), or of the office by itself (本机关). */
  readonly reach?: 'wide' | 'own';
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
  /** What follows is about other cases: a result was told, or the statement ended. */
  remedyTold: boolean;
  document: DocumentId | null;
  /** Inside a breakdown: 其中. */
  part: boolean;
  /** Inside a clause about an earlier year. */
  past: boolean;
  /** Inside a clause about all years. */
  history: boolean;
  /** The sentence speaks of another field's cases: 行政执法, 司法. */
  otherField: boolean;
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
  readonly found: Found[];
  disclosed: Disclosed[];
}

/** A sentence, or what stands between brackets. */
export interface Run {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** A clause: tokens between commas, or an item of a list once it holds a number. */
export interface Segment {
  readonly tokens: readonly Token[];
  /** The clause from mark to mark, with what the lexicon does not know, in folded code units. */
  readonly start: number;
  readonly end: number;
  /** The mark before it. */
  readonly mark: string;
}

const isNumber = ({ concept }: Token): boolean => concept === 'count' || concept === 'cash';

/** Cuts a sequence into clauses; lists of nouns (举报、投诉、行政复议) stay whole. */
export const segmentsOf = ({ tokens, start: runStart, end }: Run): Segment[] => {
  const segments: Segment[] = [];
  let current: Token[] = [];
  let mark = '';
  let start = runStart;
  let numbered = false;
  for (const token of tokens) {
    const cuts =
      token.concept === 'mark' && (token.id === ',' || token.id === ';' || (token.id === '、' && numbered));
    if (!cuts) {
      current.push(token);
      numbered ||= isNumber(token);
      continue;
    }
    if (current.length > 0) segments.push({ tokens: current, mark, start, end: token.start });
    // A mark with nothing before it does not undo a stronger one: `；,`.
    mark = current.length === 0 && mark === ';' ? mark : token.id;
    current = [];
    start = token.end;
    numbered = false;
  }
  if (current.length > 0) segments.push({ tokens: current, mark, start, end });
  return segments;
};

const TRANSPARENT: ReadonlySet<Concept> = new Set<Concept>([
  'filler',
  'sum',
  'approx',
  'exist',
  'all',
  'thisYear',
  'group',
]);

export const START = -1;
export const GAP = -2;

/** Whether the walk to the head passed a word that opens a clause: 有, 共. */
export interface Walk {
  readonly head: number;
  readonly exists: boolean;
  readonly approximate: boolean;
}

/**
 * The word that a number belongs to: the nearest one before it, with nothing unknown between (予以公开的有12件).
 * `START` where the clause begins with the number, `GAP` where a word that the lexicon does not know is before it.
 */
export const headBefore = (
  tokens: readonly Token[],
  place: number,
  alsoTransparent?: ReadonlySet<Concept>,
): Walk => {
  let edge = tokens[place]!.start;
  let exists = false;
  let approximate = false;
  for (let at = place - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (token.end !== edge) return { head: GAP, exists, approximate };
    if (token.concept === 'part' || token.concept === 'rest') return { head: START, exists, approximate };
    if (!TRANSPARENT.has(token.concept) && !alsoTransparent?.has(token.concept)) {
      return { head: at, exists, approximate };
    }
    exists ||= token.concept === 'exist';
    approximate ||= token.concept === 'approx';
    edge = token.start;
  }
  return { head: START, exists, approximate };
};

/** The first meaningful word directly after a number: 2件 **不予公开**. */
export const headAfter = (tokens: readonly Token[], place: number, limit: number): number => {
  let edge = tokens[place]!.end;
  for (let at = place + 1; at < limit; at++) {
    const token = tokens[at]!;
    if (token.start !== edge) return GAP;
    if (!TRANSPARENT.has(token.concept) && token.concept !== 'cause') return at;
    edge = token.end;
  }
  return START;
};

/** The nearest place before `place` with one of these meanings, not before `from`. */
export const lastOf = (
  tokens: readonly Token[],
  from: number,
  place: number,
  wanted: (token: Token) => boolean,
): number => {
  for (let at = place - 1; at >= from; at--) if (wanted(tokens[at]!)) return at;
  return START;
};
