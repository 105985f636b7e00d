import { anyOf } from './concept-set.ts';
import { before, type Counted, claim, nounAfter } from './counted.ts';
import { firstOf, GAP, headAfter, headBefore, lastOf, TRANSPARENT, tokenBefore } from './reading.ts';
import { isByOneRoute } from './route.ts';
import type { Token } from './token.ts';

const REQUEST = anyOf('request', 'bareRequest');
const THROUGH_SUBMIT = TRANSPARENT.plus('submit');
const APPLICANT = anyOf('applicant');
const RECEIVE = anyOf('receive');
const GROUP = anyOf('group');
const YEAR = anyOf('year');
/** What 申请 may be the object of. */
const VERB = anyOf('receive', 'close', 'finish', 'handle', 'charge', 'disclose', 'publish', 'foreign', 'not');
/** What 答复, 办结, 办理 may be of. */
const NOUN = anyOf('request', 'bareRequest', 'foreign', 'licensing', 'info', 'reconsideration', 'litigation');
const FOREIGN = anyOf('foreign', 'licensing', 'ignore');
const PUBLISHED = anyOf('active', 'info', 'site');

/** One sentence states once what was received; what follows are parts. What came by one route never is the whole. */
const claimReceived = (counted: Counted): void => {
  const { state, count } = counted;
  state.topic = 'request';
  if (state.receivedHere || state.part || state.whole !== undefined || isByOneRoute(counted)) return;
  state.received = count.quantity.value;
  state.receivedHere = true;
  claim(counted, 'requests.received');
};

/** The number follows 申请: 收到政府信息公开申请75件; 自然人申请72件; 答复申请3050件. */
export const readRequests = (counted: Counted, head: number): void => {
  const { tokens, from, state } = counted;
  const bare = tokens[head]!.concept === 'bareRequest';
  const owner = headBefore(tokens, head, THROUGH_SUBMIT).head;
  const token = owner >= from ? tokens[owner]! : undefined;
  // 依申请公开政府信息申请: one noun of two words.
  if (bare && token?.concept === 'request') readRequests(counted, owner);
  else if (token?.concept === 'applicant' || token?.concept === 'outcome') readOwned(counted, owner, token);
  else if (token?.concept === 'receive') claimReceived(counted);
  else if (token?.concept === 'close' || token?.concept === 'finish') claim(counted, 'requests.closed');
  else if (token?.concept === 'handle') readHandled(counted, owner);
  else if (!bare) {
    const at = before(counted, head, VERB);
    const verb = at >= 0 ? tokens[at]!.concept : 'none';
    if (verb === 'receive' || (verb === 'none' && !state.part)) claimReceived(counted);
    else if (verb === 'close' || verb === 'finish') claim(counted, 'requests.closed');
    else if (verb === 'handle') readHandled(counted, at);
  }
};

/** 收到自然人依申请公开2件; 不予公开申请3件. */
const readOwned = (counted: Counted, owner: number, token: Token): void => {
  if (token.concept === 'outcome') {
    claim(counted, `requests.${token.id}`);
    return;
  }
  const received = before(counted, owner, RECEIVE) >= 0;
  if (received) claimReceived(counted);
  if (received || counted.state.topic === 'request') claim(counted, `requests.received.${token.id}`);
};

/** The number follows the verb: 收到8份政府信息公开申请; 新收75件. */
export const readReceived = (counted: Counted, head: number): void => {
  const { tokens, place, limit, state } = counted;
  const noun = nounAfter(counted);
  if (noun >= 0) {
    if (!REQUEST.has(tokens[noun]!)) return;
    const applicant = firstOf(tokens, place + 1, noun, APPLICANT);
    claimReceived(counted);
    if (applicant) claim(counted, `requests.received.${applicant.id}`);
    return;
  }
  const object = headBefore(tokens, head).head;
  const foreign = object >= 0 && FOREIGN.has(tokens[object]!);
  if (state.topic === 'request' && headAfter(tokens, place, limit) !== GAP && !foreign)
    claimReceived(counted);
};

/** 答复3050件, 办结69件. */
export const readClosed = (counted: Counted, head: number): void => {
  if (isOfRequests(counted, head)) claim(counted, 'requests.closed');
};

/** 共处理3件: received, or closed, the text does not say; no claim of either, but evidence for a repair. */
export const WORKED_ON = 'requests.workedOn';

/**
 * 处理1261件（含上年度结转74件）: received plus carried over, where the text says so; else 办理 may mean either.
 * 含上年度结转57件，另有52件顺延: what is carried forward is not in it, so it is what was closed.
 */
export const readHandled = (counted: Counted, head: number): void => {
  const { tokens, place, limit, state, next } = counted;
  if (!isOfRequests(counted, head)) return;
  // 收到依申请公开办理事项7件: 办理 belongs to the noun.
  const noun = tokenBefore(tokens, head);
  const beside = noun !== undefined && REQUEST.has(noun) && noun.end === tokens[head]!.start;
  if (beside && before(counted, head - 1, RECEIVE) >= 0) {
    claimReceived(counted);
    return;
  }
  const brackets = firstOf(tokens, place + 1, limit, GROUP)?.inner;
  const remark = brackets ?? (next?.mark === ',' ? next.tokens : []);
  const carry = remark.findIndex((token) => token.concept === 'carry' && token.id !== 'next');
  const over = carry >= 0 && (remark[carry]!.id === 'last' || firstOf(remark, 0, carry, YEAR) !== undefined);
  if (!over) {
    claim(counted, WORKED_ON);
    return;
  }
  const forward = remark.some(({ concept, id }) => concept === 'carry' && id === 'next');
  claim(counted, forward ? 'requests.closed' : 'requests.handled');
  if (!state.part) state.receivedHere = true;
};

/** 其中公开1起: in a breakdown of requests, 公开 alone is 予以公开. */
export const readGranted = (counted: Counted, head: number): void => {
  const { tokens, state } = counted;
  const plain = tokens[head]!.end - tokens[head]!.start === 2 && lastOf(tokens, 0, head, PUBLISHED) < 0;
  if (plain && state.part && state.topic === 'request' && state.receivedHere)
    claim(counted, 'requests.granted');
};

/** Whether 答复, 办结, 办理 beside the number are of requests: by the noun after it, before it, or the topic. */
const isOfRequests = (counted: Counted, head: number): boolean => {
  const { tokens, place, state } = counted;
  const after = nounAfter(counted);
  if (after >= 0) return REQUEST.has(tokens[after]!);
  const noun = before(counted, head, NOUN);
  if (noun >= 0) return REQUEST.has(tokens[noun]!);
  return lastOf(tokens, head, place, REQUEST) >= 0 || state.topic === 'request';
};
