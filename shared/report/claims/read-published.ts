import { anyOf, type ConceptSet } from './concept-set.ts';
import { statedAt } from './counted.ts';
import { areAll, firstOf, headBefore, lastOf, type Segment, tokenBefore } from './reading.ts';
import type { Disclosed, State } from './state.ts';
import type { Token } from './token.ts';
import { isPartOfYear } from './when.ts';

const COUNT = anyOf('count');
const SITE_OR_CHANNEL = anyOf('site', 'channel', 'title');
const FRESH = anyOf('fresh');

/** Collects what could be the year's total of 主动公开政府信息 in one clause; which one it is, the sentence tells. */
export const readDisclosed = (segment: Segment, state: State): void => {
  const { tokens, concepts } = segment;
  if (!concepts.meets(COUNT) || state.past || state.history) return;
  for (let place = 0; place < tokens.length; place++) {
    const count = tokens[place]!;
    if (count.concept !== 'count' || count.quantity.unit === '') continue;
    if (isPartOfYear(tokens, place, state)) continue;
    const sum = isSum(tokens, place, state);
    const verb = sum ? ACTIVELY : verbOf(tokens, place);
    if (verb === NONE) continue;
    state.disclosed.push({
      found: statedAt('disclosure.published', segment, place, state),
      strength: sum ? ACTIVELY : strengthOf(tokens, place, verb, state),
      verb,
      channel: holdsBefore(tokens, place, SITE_OR_CHANNEL),
      part: state.part,
      fresh: sum || holdsBefore(tokens, place, FRESH),
    });
  }
};

/** How a clause says that information was made public: 主动公开, 公开, 发布. */
const ACTIVELY = 3;
const DISCLOSED = 2;
const PUBLISHED = 1;
const NONE = 0;

const holdsBefore = (tokens: readonly Token[], place: number, wanted: ConceptSet): boolean =>
  lastOf(tokens, 0, place, wanted) >= 0;

const isKinds = ({ concept, id }: Token): boolean => concept === 'sum' && id === 'kinds';
const isTotal = ({ concept, id }: Token): boolean => concept === 'sum' && id === '';

const ADDS_UP = anyOf('sum', 'filler');

/** 公开135条，公开5条，信息81条，合计221条: the sum of the numbers before it. */
const isSum = (tokens: readonly Token[], place: number, { disclosed }: State): boolean =>
  disclosed.length > 0 &&
  areAll(tokens, 0, place, ADDS_UP) &&
  place > 0 &&
  disclosed.every(({ strength }) => strength === NONE) &&
  disclosed.some(({ verb }) => verb === ACTIVELY) &&
  tokens[place]!.quantity.value > Math.max(...disclosed.map(({ found }) => found.value));

const VERB = anyOf('disclose', 'publish', 'count');
const ACTIVE = anyOf('active');

const verbOf = (tokens: readonly Token[], place: number): number => {
  const verb = lastOf(tokens, 0, place, VERB);
  // 接收公开信息件: what an archive was handed.
  const said = verb >= 0 ? tokens[verb]! : undefined;
  const beforeVerb = tokenBefore(tokens, verb);
  if (beforeVerb?.concept === 'receive' && beforeVerb.end === said?.start) return NONE;
  if (said?.concept === 'disclose') return holdsBefore(tokens, verb, ACTIVE) ? ACTIVELY : DISCLOSED;
  if (said?.concept === 'publish') return PUBLISHED;
  // 政务公开各类信息311条, 政务公开信息286条: the field of work says the verb.
  const { head } = headBefore(tokens, place);
  if (head < 0 || tokens[head]!.concept !== 'info') return NONE;
  if (tokens[head]!.id === 'disclosed') return DISCLOSED;
  let beside = head - 1;
  while (beside >= 0 && tokens[beside]!.concept === 'sum') beside -= 1;
  const contiguous = beside >= 0 && tokens[beside]!.concept === 'topic' && head - beside <= 2;
  return contiguous ? DISCLOSED : NONE;
};

const NOT_THE_WHOLE = anyOf('change', 'register', 'request');
const CHANNEL = anyOf('channel');
const SUCH = anyOf('such');
const SUM = anyOf('sum');
const SITE = anyOf('site');
const SITE_OR_TITLE = anyOf('site', 'title');
const OF_DISCLOSURE = anyOf('sum', 'site', 'active', 'such');

/** How surely the number is a total; 0 where it counts a kind of information or one small channel. */
const strengthOf = (tokens: readonly Token[], place: number, verb: number, state: State): number => {
  const before = (wanted: ConceptSet): boolean => holdsBefore(tokens, place, wanted);
  if (before(NOT_THE_WHOLE) || tokens.some((token, at) => at < place && isComparison(token))) return NONE;
  const info = nounOf(tokens, place, verb);
  if (info === undefined) return NONE;
  const channel = lastOf(tokens, 0, place, CHANNEL);
  // 微信等渠道: a list of channels that stands for all of them.
  const open = channel >= 0 && lastOf(tokens, channel, place, SUCH) >= 0;
  const small = channel >= 0 && !open && !before(SITE);
  const activeAfter = firstOf(tokens, place + 1, tokens.length, ACTIVE) !== undefined;
  const government = info !== 'inverted' && info.id !== 'bare';
  if (small) return NONE;
  if (verb === ACTIVELY) return ACTIVELY;
  if (verb === DISCLOSED) {
    return government || activeAfter || before(OF_DISCLOSURE) ? DISCLOSED : NONE;
  }
  // 发布 is said of news as well: it needs a word of disclosure, the government's own site, or of totality.
  const named = (info !== 'inverted' && info.id === 'disclosed') || before(ACTIVE);
  const onSite = before(SITE_OR_TITLE) && channel < 0 && (government || state.dated || before(SUM));
  const beside = info === 'inverted' ? undefined : tokenBefore(tokens, tokens.indexOf(info));
  const kinds = beside !== undefined && (isKinds(beside) || beside.concept === 'such');
  const all = kinds && channel < 0 && tokens.some((token, at) => at < place && isTotal(token));
  return named || onSite || all || (activeAfter && !state.part) ? PUBLISHED : NONE;
};

const isComparison = ({ concept, id }: Token): boolean => concept === 'compare' && id === 'word';

const COUNTED = anyOf('info', 'foreign', 'count');

/** The word for information that the number counts; `inverted` where it follows: 发布300件主动公开信息. */
const nounOf = (tokens: readonly Token[], place: number, verb: number): Token | 'inverted' | undefined => {
  const { head } = headBefore(tokens, place);
  const noun = head >= 0 ? tokens[head]! : undefined;
  if (noun?.concept === 'info') return isWhole(tokens, head, verb) ? noun : undefined;
  const after = tokens[place + 1];
  const adjacent = after !== undefined && after.start === tokens[place]!.end;
  const counted = adjacent ? firstOf(tokens, place + 1, tokens.length, COUNTED) : undefined;
  const verbal = noun?.concept === 'disclose' || noun?.concept === 'publish';
  return verbal && counted?.concept === 'info' ? 'inverted' : undefined;
};

const KIND_OF_REQUEST = anyOf('outcome', 'request');
const OF_ALL = anyOf('disclose', 'publish', 'active', 'topic', 'sum', 'such');

/** 信息 alone is the whole only beside a verb or a word of totality: 概况类信息, 解读信息 are kinds. */
const isWhole = (tokens: readonly Token[], info: number, verb: number): boolean => {
  const noun = tokens[info]!;
  const beside = tokenBefore(tokens, info);
  const adjacent = beside !== undefined && beside.end === noun.start;
  if (noun.id !== 'bare') return !(adjacent && KIND_OF_REQUEST.has(beside));
  if (adjacent && OF_ALL.has(beside)) return true;
  // 主动公开的信息
  const second = tokenBefore(tokens, info - 1)?.concept;
  if (adjacent && beside.concept === 'filler' && (second === 'disclose' || second === 'active')) return true;
  // 主动公开工作动态、惠民政策、公共服务信息: a list that names them all.
  return verb === ACTIVELY && tokens.slice(0, info).filter(({ id }) => id === '、').length >= 3;
};

/** The one total among the sentence's candidates; none where the sentence only lists channels. */
export const totalOf = (disclosed: readonly Disclosed[]): Disclosed | undefined => {
  if (disclosed.length === 0) return undefined;
  // 公布2599条（其中主动公开856条）: a part does not stand for a whole that is itself disclosed.
  const whole = disclosed.some(({ part, strength }) => !part && strength >= DISCLOSED);
  const able = whole ? disclosed.filter(({ part }) => !part) : disclosed;
  const strongest = Math.max(NONE, ...able.map(({ strength }) => strength));
  if (strongest === NONE) return undefined;
  const best = able.filter(({ strength }) => strength === strongest);
  const first =
    disclosed.find(({ fresh, strength }) => fresh && strength === strongest) ??
    best.find(({ part }) => !part) ??
    best[0]!;
  if (first.part && strongest < ACTIVELY) return undefined;
  // 通过政府网站公开65条，微信公开635条: parts of a total that the sentence does not state.
  const listed = disclosed.some(
    (other) =>
      other !== first && other.channel && !other.part && other.verb >= Math.min(DISCLOSED, strongest),
  );
  return first.channel && !first.part && strongest < ACTIVELY && listed ? undefined : first;
};
