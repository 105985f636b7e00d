import type { Concept, Token } from './token.ts';

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
  /** The word for about before the number, e.g. 近 or 逾. */
  readonly about?: Token;
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
  let about: Token | undefined;
  const walk = (head: number): Walk => ({
    head,
    exists,
    approximate: about !== undefined,
    ...(about && { about }),
  });
  for (let at = place - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (token.end !== edge) return walk(GAP);
    if (token.concept === 'part' || token.concept === 'rest') return walk(START);
    if (!TRANSPARENT.has(token.concept) && !alsoTransparent?.has(token.concept)) {
      return walk(at);
    }
    exists ||= token.concept === 'exist';
    if (token.concept === 'approx') about ??= token;
    edge = token.start;
  }
  return walk(START);
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
