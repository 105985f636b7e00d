import { anyOf, ConceptSet } from './concept-set.ts';
import type { Token } from './token.ts';

/** A sentence, or what stands between brackets. */
export interface Run {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** Tokens in a row, and which concepts occur among them. */
export interface Words {
  readonly tokens: readonly Token[];
  readonly concepts: ConceptSet;
}

/** The tokens with the concepts among them, to which more may be added. */
export const wordsOf = (tokens: Token[]): { readonly tokens: Token[]; readonly concepts: ConceptSet } => {
  const concepts = new ConceptSet();
  for (const { kind } of tokens) concepts.add(kind);
  return { tokens, concepts };
};

/** A clause: tokens between commas, or an item of a list once it holds a number. */
export interface Segment extends Words {
  /** The clause from mark to mark, with what the lexicon does not know, in folded code units. */
  readonly start: number;
  readonly end: number;
  /** The mark before it. */
  readonly mark: string;
}

const NUMBER = anyOf('count', 'cash');

/** Cuts a sequence into clauses; lists of nouns (举报、投诉、行政复议) stay whole. */
export const segmentsOf = ({ tokens, start: runStart, end }: Run): Segment[] => {
  const segments: Segment[] = [];
  let current: Token[] = [];
  let concepts = new ConceptSet();
  let mark = '';
  let start = runStart;
  for (const token of tokens) {
    const cuts =
      token.concept === 'mark' &&
      (token.id === ',' || token.id === ';' || (token.id === '、' && concepts.meets(NUMBER)));
    if (!cuts) {
      current.push(token);
      concepts.add(token.kind);
      continue;
    }
    if (current.length > 0) {
      segments.push({ tokens: current, concepts, mark, start, end: token.start });
      current = [];
      concepts = new ConceptSet();
      mark = token.id;
    } else if (mark !== ';') mark = token.id; // A mark with nothing before it does not undo a stronger one: `；,`.
    start = token.end;
  }
  if (current.length > 0) segments.push({ tokens: current, concepts, mark, start, end });
  return segments;
};

/** The token before the one at `at`. Asking an array for its place -1 is slow, which this never does. */
export const tokenBefore = (tokens: readonly Token[], at: number): Token | undefined =>
  at > 0 ? tokens[at - 1] : undefined;

/** Words that may stand between a number and what it belongs to. */
export const TRANSPARENT = anyOf('filler', 'sum', 'approx', 'exist', 'all', 'thisYear', 'group');
const TRANSPARENT_AFTER = TRANSPARENT.plus('cause');
const BEGINS_CLAUSE = anyOf('part', 'rest');

export const START = -1;
export const GAP = -2;

/** Whether the walk to the head passed a word that opens a clause: 有, 共. */
export interface Walk {
  readonly head: number;
  readonly exists: boolean;
  /** The word for about before the number, e.g. 近 or 逾. */
  readonly about: Token | undefined;
}

/**
 * The word that a number belongs to: the nearest one before it, with nothing unknown between (予以公开的有12件).
 * `START` where the clause begins with the number, `GAP` where a word that the lexicon does not know is before it.
 */
export const headBefore = (tokens: readonly Token[], place: number, transparent = TRANSPARENT): Walk => {
  let head = START;
  let exists = false;
  let about: Token | undefined;
  let edge = tokens[place]!.start;
  for (let at = place - 1; at >= 0; at--) {
    const token = tokens[at]!;
    const apart = token.end !== edge;
    if (apart || !transparent.has(token)) {
      head = apart ? GAP : BEGINS_CLAUSE.has(token) ? START : at;
      break;
    }
    exists ||= token.concept === 'exist';
    if (token.concept === 'approx') about ??= token;
    edge = token.start;
  }
  return { head, exists, about };
};

/** The first meaningful word directly after a number: 2件 **不予公开**. */
export const headAfter = (tokens: readonly Token[], place: number, limit: number): number => {
  let edge = tokens[place]!.end;
  for (let at = place + 1; at < limit; at++) {
    const token = tokens[at]!;
    if (token.start !== edge) return GAP;
    if (!TRANSPARENT_AFTER.has(token)) return at;
    edge = token.end;
  }
  return START;
};

/** The nearest place before `place` with one of these meanings, not before `from`. */
export const lastOf = (tokens: readonly Token[], from: number, place: number, wanted: ConceptSet): number => {
  for (let at = place - 1; at >= from; at--) if (wanted.has(tokens[at]!)) return at;
  return START;
};

/** The first token from `from` on, and before `limit`, with one of these meanings. */
export const firstOf = (
  tokens: readonly Token[],
  from: number,
  limit: number,
  wanted: ConceptSet,
): Token | undefined => {
  for (let at = from; at < limit; at++) if (wanted.has(tokens[at]!)) return tokens[at];
  return undefined;
};

/** Whether one of the tokens from `from` on, and before `limit`, has one of these meanings. */
export const holds = (tokens: readonly Token[], from: number, limit: number, wanted: ConceptSet): boolean =>
  firstOf(tokens, from, limit, wanted) !== undefined;

/** Whether all of these tokens have one of these meanings. */
export const areAll = (
  tokens: readonly Token[],
  from: number,
  limit: number,
  wanted: ConceptSet,
): boolean => {
  for (let at = from; at < limit; at++) if (!wanted.has(tokens[at]!)) return false;
  return true;
};
