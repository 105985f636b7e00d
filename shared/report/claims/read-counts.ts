import { anyOf } from './concept-set.ts';
import { type Counted, claim, nounAfter } from './counted.ts';
import { carryBefore, claimCarried, directionOf } from './read-carried.ts';
import { readDecided, readDecisions, readDocuments, readDocumentVerb } from './read-documents.ts';
import { readFee } from './read-fees.ts';
import { claimRemedy, REMEDY, readOneRoute, readRemedies, readResult } from './read-remedies.ts';
import { readClosed, readGranted, readHandled, readReceived, readRequests } from './read-requests.ts';
import { firstOf, headAfter, headBefore, lastOf, type Segment, START, tokenBefore } from './reading.ts';
import type { State } from './state.ts';
import { isElsewhen } from './when.ts';

const NUMBER = anyOf('count', 'cash');
const NUMBER_OF = anyOf('filler', 'sum', 'all');
const CARRY = anyOf('carry');
const RESULT = anyOf('result');
const CLOSED = anyOf('close', 'finish');

/** Reads the numbers of one clause. What a number counts is told by the word beside it, never by distance. */
export const readCounts = (segment: Segment, state: State, next: Segment | undefined): void => {
  const { tokens, concepts } = segment;
  if (!concepts.meets(NUMBER)) return;
  let from = 0;
  for (let place = 0; place < tokens.length; place++) {
    const count = tokens[place]!;
    if (!NUMBER.has(count)) continue;
    let limit = place + 1;
    while (limit < tokens.length && !NUMBER.has(tokens[limit]!)) limit += 1;
    readNumber({ segment, tokens, place, count, from, limit, next, state });
    from = place + 1;
  }
};

const readNumber = (counted: Counted): void => {
  const { tokens, place, count } = counted;
  if (count.concept === 'cash') {
    if (!isElsewhen(counted)) readFee(counted);
    return;
  }
  if (count.quantity.unit === '' && !isNamedNumber(counted)) return;
  const carry = carryBefore(counted);
  if (carry) {
    claimCarried(counted, carry);
    return;
  }
  if (isElsewhen(counted)) return;
  const { head, exists } = headBefore(tokens, place);
  if (head >= 0) readHead(counted, head);
  else if (head === START || exists) readAfter(counted);
};

/** `数量为23`: a number without a unit counts only where a word says that it is the number of something. */
const isNamedNumber = ({ tokens, place, count }: Counted): boolean => {
  const beside = tokenBefore(tokens, place);
  return beside !== undefined && beside.end === count.start && NUMBER_OF.has(beside);
};

/** The number follows its word: 不予公开2件. */
const readHead = (counted: Counted, head: number): void => {
  const { state } = counted;
  const token = counted.tokens[head]!;
  switch (token.concept) {
    case 'outcome':
      claim(counted, `requests.${token.id}`);
      break;
    case 'result':
      readResult(counted, token.id);
      break;
    case 'reconsideration':
    case 'litigation':
      readRemedies(counted, head);
      break;
    case 'oneRoute':
      readOneRoute(counted, token);
      break;
    case 'applicant':
      if (state.topic === 'request') claim(counted, `requests.received.${token.id}`);
      break;
    case 'request':
    case 'bareRequest':
      readRequests(counted, head);
      break;
    case 'receive':
      readReceivedThing(counted, head);
      break;
    case 'close':
    case 'finish':
      readClosed(counted, head);
      break;
    case 'handle':
      readHandled(counted, head);
      break;
    case 'regulation':
    case 'normative':
      readDocuments(counted, head);
      break;
    case 'issue':
    case 'repeal':
    case 'inForce':
      readDocumentVerb(counted, head);
      break;
    case 'licensing':
    case 'penalty':
    case 'coercion':
      readDecisions(counted, token);
      break;
    case 'decide':
      readDecided(counted, head);
      break;
    case 'disclose':
      readGranted(counted, head);
      break;
    default:
  }
};

/** 收到1件行政复议; else a request. */
const readReceivedThing = (counted: Counted, head: number): void => {
  const noun = nounAfter(counted);
  if (noun >= 0 && REMEDY.has(counted.tokens[noun]!)) claimRemedy(counted, counted.tokens[noun]!);
  else readReceived(counted, head);
};

/** The number stands first: 2件不予公开, 1件结转下年度, 2起被复议机关维持. */
const readAfter = (counted: Counted): void => {
  const { tokens, place, limit, state } = counted;
  const carry = lastOf(tokens, place + 1, limit, CARRY);
  if (carry >= 0) {
    const direction = directionOf(counted, carry, limit);
    if (direction) claimCarried(counted, direction);
    return;
  }
  const beside = headAfter(tokens, place, limit);
  const token = beside >= 0 ? tokens[beside] : undefined;
  const result = firstOf(tokens, place + 1, limit, RESULT);
  const noun = nounAfter(counted);
  if (token?.concept === 'outcome') claim(counted, `requests.${token.id}`);
  else if (token?.concept === 'applicant') {
    if (state.topic === 'request') claim(counted, `requests.received.${token.id}`);
  } else if (result && state.remedy) readResult(counted, result.id);
  else if (noun >= 0 && REMEDY.has(tokens[noun]!) && tokens[noun]!.concept !== state.remedy)
    claimRemedy(counted, tokens[noun]!);
  else if (noun === START && state.topic === 'request' && state.receivedHere) {
    const open = tokens.some(({ concept, id }) => (concept === 'rest' && id === 'open') || concept === 'not');
    const done = lastOf(tokens, place + 1, limit, CLOSED) >= 0;
    if (done && !open) claim(counted, 'requests.closed');
  }
};
