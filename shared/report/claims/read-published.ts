import { is, marksOf } from './counted.ts';
import {
  type Disclosed,
  type Found,
  GAP,
  headBefore,
  lastOf,
  type Segment,
  START,
  type State,
} from './reading.ts';
import type { Token } from './token.ts';

/** Collects what could be the year's total of 主动公开政府信息 in one clause; which one it is, the sentence tells. */
export const readDisclosed = (segment: Segment, state: State): void => {
  const { tokens } = segment;
  for (let place = 0; place < tokens.length; place++) {
    const count = tokens[place]!;
    if (count.concept !== 'count' || count.unit === '' || state.past || state.history) continue;
    const found: Found = {
      metric: 'disclosure.published',
      value: count.value,
      unit: count.unit,
      start: segment.start,
      end: segment.end,
      ...((count.approximate || headBefore(tokens, place).approximate) && { approximate: true }),
      ...marksOf(state),
    };
    const verb = verbOf(tokens, place);
    if (verb === 0) continue;
    const before = (wanted: (token: Token) => boolean): boolean => lastOf(tokens, 0, place, wanted) >= 0;
    state.disclosed.push({
      found,
      strength:
        before(is('change', 'register', 'request')) || before(isComparison)
          ? 0
          : strengthOf(tokens, place, verb, state),
      verb,
      channel: before(is('site', 'channel')) || before((token) => token.concept === 'title'),
      part: state.part,
      fresh: before(is('fresh')),
    });
  }
};

const isComparison = (token: Token): boolean => token.concept === 'compare' && token.id === 'word';

/** 3 主动公开, 2 公开, 1 发布, 0 none. */
const verbOf = (tokens: readonly Token[], place: number): number => {
  const verb = lastOf(tokens, 0, place, is('disclose', 'publish', 'count'));
  // 接收公开信息件: what an archive was handed.
  if (verb > 0 && is('receive')(tokens[verb - 1]!) && tokens[verb - 1]!.end === tokens[verb]!.start) return 0;
  const saying = verb >= 0 ? tokens[verb]!.concept : '';
  if (saying === 'disclose') return lastOf(tokens, 0, verb + 1, is('active')) >= 0 ? 3 : 2;
  if (saying === 'publish') return 1;
  const head = headBefore(tokens, place).head;
  const noun = head >= 0 && is('info')(tokens[head]!) ? head : START;
  // 政务公开各类信息311条: the field of work says the verb.
  if (noun > 0 && is('topic')(tokens[noun - 1]!) && tokens[noun - 1]!.end === tokens[noun]!.start) return 2;
  if (noun > 0 && is('sum')(tokens[noun - 1]!) && noun > 1 && is('topic')(tokens[noun - 2]!)) return 2;
  if (noun >= 0 && tokens[noun]!.id === 'disclosed') return 2;
  return 0;
};

/** How surely the number is a total; 0 where it counts a kind of information or one small channel. */
const strengthOf = (tokens: readonly Token[], place: number, verb: number, state: State): number => {
  const head = headBefore(tokens, place).head;
  const noun = head >= 0 ? tokens[head]! : undefined;
  const after = tokens[place + 1];
  const trailing =
    after && after.start === tokens[place]!.end
      ? tokens.slice(place + 1).find(is('info', 'foreign', 'count'))
      : undefined;
  const info = noun && is('info')(noun) ? head : START;
  if (info === START) {
    const inverted = noun && is('disclose', 'publish')(noun) && trailing && is('info')(trailing);
    if (!inverted || head === GAP) return 0;
  } else if (!isWhole(tokens, info)) return 0;
  const before = (wanted: (token: Token) => boolean): boolean => lastOf(tokens, 0, place, wanted) >= 0;
  const channel = lastOf(tokens, 0, place, is('channel'));
  // 微信等渠道: a list of channels that stands for all of them.
  const open = channel >= 0 && tokens.slice(channel, place).some(is('such'));
  const small = channel >= 0 && !open && !before(is('site'));
  const government = info >= 0 && tokens[info]!.id !== 'bare';
  if (verb === 3) return small && !before(is('sum', 'such')) ? 2 : 3;
  if (small) return 0;
  const whole = government || before(is('sum', 'site', 'active', 'such')) || trailingActive(tokens, place);
  if (verb === 2) return whole ? 2 : 0;
  const named = info >= 0 && (tokens[info]!.id === 'disclosed' || before(is('active')));
  const onSite =
    before(is('site', 'title')) && !before(is('channel')) && (government || state.dated || before(is('sum')));
  return named || onSite || (trailingActive(tokens, place) && !state.part) ? 1 : 0;
};

/** 发布300件主动公开信息. */
const trailingActive = (tokens: readonly Token[], place: number): boolean =>
  tokens.slice(place + 1).some(is('active'));

/** 信息 alone is the whole only beside a verb or a word of totality: 概况类信息, 解读信息 are kinds. */
const isWhole = (tokens: readonly Token[], info: number): boolean => {
  const noun = tokens[info]!;
  if (noun.id !== 'bare') {
    const before = tokens[info - 1];
    return !(before && before.end === noun.start && is('outcome', 'request')(before));
  }
  const before = tokens[info - 1];
  if (!before || before.end !== noun.start) return false;
  if (is('disclose', 'publish', 'active', 'topic')(before)) return true;
  if (is('sum')(before)) return true;
  if (is('such')(before)) return true;
  return (
    before.concept === 'filler' &&
    before.end - before.start === 1 &&
    info > 1 &&
    is('disclose', 'active')(tokens[info - 2]!)
  );
};

/** The one total among the sentence's candidates; none where the sentence only lists channels. */
export const totalOf = (disclosed: readonly Disclosed[]): Disclosed | undefined => {
  // 公布2599条（其中主动公开856条）: a part does not stand for a whole that is itself disclosed.
  const whole = disclosed.some(({ part, strength }) => !part && strength >= 2);
  const able = whole ? disclosed.filter(({ part }) => !part) : disclosed;
  const strongest = Math.max(0, ...able.map(({ strength }) => strength));
  if (strongest === 0) return undefined;
  const best = able.filter(({ strength }) => strength === strongest);
  const first =
    disclosed.find(({ fresh, strength }) => fresh && strength === strongest) ??
    best.find(({ part }) => !part) ??
    best[0]!;
  if (first.part && strongest < 3) return undefined;
  // 通过政府网站公开65条，微信公开635条: parts of a total that the sentence does not state.
  const listed = disclosed.some(
    (other) => other !== first && other.channel && !other.part && other.verb >= 2,
  );
  if (first.channel && !first.part && strongest < 3 && listed) return undefined;
  return first;
};
