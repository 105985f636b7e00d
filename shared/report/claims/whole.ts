import { anyOf } from './concept-set.ts';
import { holds, type Segment } from './reading.ts';
import type { State } from './state.ts';
import type { Token } from './token.ts';

/** Of whom the numbers are that nobody counts: what one of several organs received. */
const ANOTHER = 'another';
const RESULT = 'remedies.result';

const RECEIVE = anyOf('receive');

const GRANTED = 'requests.granted';
const PARTIALLY = 'requests.partiallyGranted';
export const WHOLE_OR_PART = 'requests.grantedInWholeOrPart';

/** The parts that the tables count of what is itself a part. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  [WHOLE_OR_PART]: [GRANTED, PARTIALLY],
  [GRANTED]: [PARTIALLY],
};

const isPartOf = (whole: string | undefined, metric: string | undefined): boolean =>
  whole !== undefined && metric !== undefined && (PARTS[whole]?.includes(metric) ?? false);

/** The word that makes a number one of a part: 予以公开, 自然人, 维持, 结转. */
const ownerOf = ({ concept, id }: Token): string | undefined => {
  if (concept === 'outcome') return `requests.${id}`;
  if (concept === 'applicant') return `requests.received.${id}`;
  if (concept === 'carry') return 'requests.carried';
  return concept === 'result' ? RESULT : undefined;
};

/** The part that the number at the end of these words counts: 予以公开10件, 10件予以公开. */
const countedBy = (
  tokens: readonly Token[],
  end: number,
  { part, receivedHere }: State,
): string | undefined => {
  for (let at = end - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (token.concept === 'count' && at < end - 1) return undefined;
    // 收到自然人申请20件 is all that was received; 收到500件，其中市政府收到30件 is one organ's share of it.
    if (token.concept === 'receive') return part && receivedHere ? ANOTHER : undefined;
    if (token.concept === 'applicant' && !part && holds(tokens, 0, at, RECEIVE)) continue;
    const owner = ownerOf(token);
    if (owner) return owner;
  }
  return undefined;
};

/** What the numbers in the brackets at `at` are of; that of the brackets around them where no word says. */
export const wholeOfGroup = (tokens: readonly Token[], at: number, state: State): string | undefined =>
  countedBy(tokens, at, state) ?? state.whole;

/** A 其中 within a breakdown breaks down the part before it: 其中予以公开10件，其中部分公开2件. */
export const wholeOfClause = (
  { tokens, mark }: Segment,
  before: Segment | undefined,
  state: State,
  around: string | undefined,
): string | undefined => {
  if (before && tokens[0]?.concept === 'part' && tokens[0].id === '') {
    const whole = countedBy(before.tokens, before.tokens.length, state);
    // The first 其中 may be of everything before it, unless only one number has such a part.
    const divides = (token: Token): boolean => isPartOf(whole, ownerOf(token));
    if (state.part || tokens.some(divides)) return whole ?? state.whole;
  }
  if (mark === ';' || state.whole === around) return around;
  // The next part of the breakdown around it.
  const ends = (token: Token): boolean => {
    const owner = ownerOf(token);
    return isBeside(owner, state.whole) && !isPartOf(state.whole, owner);
  };
  return tokens.some(ends) ? around : state.whole;
};

/** Whether both divide the same whole: 予以公开 and 不予公开, 自然人 and 商业企业. */
const isBeside = (owner: string | undefined, whole: string | undefined): boolean =>
  owner !== undefined && whole !== undefined && owner.split('.').length === whole.split('.').length;

/**
 * Whether a number within a part counts what its metric counts. 自然人8件 within 予以公开10件 are not the requests of
 * all persons: the tables have no such number, except 予以公开 and 部分公开 within their sum.
 */
export const isCountedWithin = (whole: string | undefined, metric: string): boolean => {
  if (whole === undefined) return true;
  if (metric.startsWith('remedies.')) return whole !== RESULT;
  return whole === RESULT || !metric.startsWith('requests.') || isPartOf(whole, metric);
};

/** 予以公开10件（其中部分公开2件）: the 10 are both kinds together. */
export const widenGranted = ({ found, whole }: State, metric: string): void => {
  if (whole !== GRANTED || metric !== PARTIALLY) return;
  const at = found.findLastIndex((claim) => claim.metric === GRANTED);
  if (at >= 0) found[at] = { ...found[at]!, metric: WHOLE_OR_PART };
};
