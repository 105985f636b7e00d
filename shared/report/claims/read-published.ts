import { is, marksOf, vaguenessOf } from './counted.ts';
import { headBefore, lastOf, type Segment } from './reading.ts';
import type { Disclosed, State } from './state.ts';
import type { Token } from './token.ts';
import { isPartOfYear } from './when.ts';

/** Collects what could be the year's total of 主动公开政府信息 in one clause; which one it is, the sentence tells. */
export const readDisclosed = (segment: Segment, state: State): void => {
  const { tokens } = segment;
  for (let place = 0; place < tokens.length; place++) {
    const count = tokens[place]!;
    if (count.concept !== 'count' || count.unit === '' || state.past || state.history) continue;
    if (isPartOfYear(tokens, place, state)) continue;
    const sum = isSum(tokens, place, state);
    const verb = sum ? ACTIVELY : verbOf(tokens, place);
    if (verb === NONE) continue;
    const before = wordsBefore(tokens, place);
    state.disclosed.push({
      found: {
        metric: 'disclosure.published',
        value: count.value,
        unit: count.unit,
        start: segment.start,
        end: segment.end,
        ...vaguenessOf(tokens, place),
        ...marksOf(state),
      },
      strength: sum ? ACTIVELY : strengthOf(tokens, place, verb, state),
      verb,
      channel: before(is('site', 'channel', 'title')),
      part: state.part,
      fresh: sum || before(is('fresh')),
    });
  }
};

/** How a clause says that information was made public: 主动公开, 公开, 发布. */
const ACTIVELY = 3;
const DISCLOSED = 2;
const PUBLISHED = 1;
const NONE = 0;

const wordsBefore =
  (tokens: readonly Token[], place: number) =>
  (wanted: (token: Token) => boolean): boolean =>
    lastOf(tokens, 0, place, wanted) >= 0;

const isKinds = ({ concept, id }: Token): boolean => concept === 'sum' && id === 'kinds';
const isTotal = ({ concept, id }: Token): boolean => concept === 'sum' && id === '';

/** 公开135条，公开5条，信息81条，合计221条: the sum of the numbers before it. */
const isSum = (tokens: readonly Token[], place: number, { disclosed }: State): boolean =>
  disclosed.length > 0 &&
  tokens.slice(0, place).every(is('sum', 'filler')) &&
  place > 0 &&
  disclosed.every(({ strength }) => strength === NONE) &&
  disclosed.some(({ verb }) => verb === ACTIVELY) &&
  tokens[place]!.value > Math.max(...disclosed.map(({ found }) => found.value));

const verbOf = (tokens: readonly Token[], place: number): number => {
  const verb = lastOf(tokens, 0, place, is('disclose', 'publish', 'count'));
  // 接收公开信息件: what an archive was handed.
  if (verb > 0 && is('receive')(tokens[verb - 1]!) && tokens[verb - 1]!.end === tokens[verb]!.start)
    return NONE;
  if (verb >= 0 && is('disclose')(tokens[verb]!)) {
    return lastOf(tokens, 0, verb, is('active')) >= 0 ? ACTIVELY : DISCLOSED;
  }
  if (verb >= 0 && is('publish')(tokens[verb]!)) return PUBLISHED;
  // 政务公开各类信息311条, 政务公开信息286条: the field of work says the verb.
  const { head } = headBefore(tokens, place);
  if (head < 0 || !is('info')(tokens[head]!)) return NONE;
  if (tokens[head]!.id === 'disclosed') return DISCLOSED;
  const beside = lastOf(tokens, 0, head, (token) => !is('sum')(token));
  const contiguous = beside >= 0 && is('topic')(tokens[beside]!) && head - beside <= 2;
  return contiguous ? DISCLOSED : NONE;
};

/** How surely the number is a total; 0 where it counts a kind of information or one small channel. */
const strengthOf = (tokens: readonly Token[], place: number, verb: number, state: State): number => {
  const before = wordsBefore(tokens, place);
  if (before(is('change', 'register', 'request')) || before(isComparison)) return NONE;
  const info = nounOf(tokens, place, verb);
  if (info === undefined) return NONE;
  const channel = lastOf(tokens, 0, place, is('channel'));
  // 微信等渠道: a list of channels that stands for all of them.
  const open = channel >= 0 && tokens.slice(channel, place).some(is('such'));
  const small = channel >= 0 && !open && !before(is('site'));
  const activeAfter = tokens.slice(place + 1).some(is('active'));
  const government = info !== 'inverted' && info.id !== 'bare';
  if (small) return NONE;
  if (verb === ACTIVELY) return ACTIVELY;
  if (verb === DISCLOSED) {
    return government || activeAfter || before(is('sum', 'site', 'active', 'such')) ? DISCLOSED : NONE;
  }
  // 发布 is said of news as well: it needs a word of disclosure, the government's own site, or of totality.
  const named = (info !== 'inverted' && info.id === 'disclosed') || before(is('active'));
  const onSite =
    before(is('site', 'title')) && channel < 0 && (government || state.dated || before(is('sum')));
  const beside = info === 'inverted' ? undefined : tokens[tokens.indexOf(info) - 1];
  const kinds = beside !== undefined && (isKinds(beside) || is('such')(beside));
  const all = before(isTotal) && channel < 0 && kinds;
  return named || onSite || all || (activeAfter && !state.part) ? PUBLISHED : NONE;
};

const isComparison = ({ concept, id }: Token): boolean => concept === 'compare' && id === 'word';

/** The word for information that the number counts; `inverted` where it follows: 发布300件主动公开信息. */
const nounOf = (tokens: readonly Token[], place: number, verb: number): Token | 'inverted' | undefined => {
  const { head } = headBefore(tokens, place);
  const noun = head >= 0 ? tokens[head]! : undefined;
  if (noun && is('info')(noun)) return isWhole(tokens, head, verb) ? noun : undefined;
  const after = tokens[place + 1];
  const adjacent = after !== undefined && after.start === tokens[place]!.end;
  const counted = adjacent ? tokens.slice(place + 1).find(is('info', 'foreign', 'count')) : undefined;
  return noun && is('disclose', 'publish')(noun) && counted && is('info')(counted) ? 'inverted' : undefined;
};

/** 信息 alone is the whole only beside a verb or a word of totality: 概况类信息, 解读信息 are kinds. */
const isWhole = (tokens: readonly Token[], info: number, verb: number): boolean => {
  const noun = tokens[info]!;
  const beside = tokens[info - 1];
  const adjacent = beside !== undefined && beside.end === noun.start;
  if (noun.id !== 'bare') return !(adjacent && is('outcome', 'request')(beside));
  if (adjacent && is('disclose', 'publish', 'active', 'topic', 'sum', 'such')(beside)) return true;
  // 主动公开的信息
  const second = tokens[info - 2];
  if (adjacent && is('filler')(beside) && second && is('disclose', 'active')(second)) return true;
  // 主动公开工作动态、惠民政策、公共服务信息: a list that names them all.
  return verb === ACTIVELY && tokens.slice(0, info).filter(({ id }) => id === '、').length >= 3;
};

/** The one total among the sentence's candidates; none where the sentence only lists channels. */
export const totalOf = (disclosed: readonly Disclosed[]): Disclosed | undefined => {
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
