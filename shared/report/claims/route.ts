import { anyOf } from './concept-set.ts';
import type { Counted } from './counted.ts';
import type { Token } from './token.ts';

const ROUTE = anyOf('route');

const isThrough = ({ concept, id }: Token): boolean => concept === 'route' && id === 'through';
const isNamed = (token: Token): boolean => token.concept === 'route' && !isThrough(token);
const isSite = ({ concept }: Token): boolean => concept === 'site' || concept === 'channel';
const isJoint = ({ concept }: Token): boolean => concept === 'and' || concept === 'mark';

/** 网络、信函; 网络和信函; 网络等渠道; 各种渠道: all that there are. */
const isList = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => {
    if (token.concept === 'such' || (token.concept === 'sum' && token.id === 'kinds')) return true;
    return isJoint(token) && tokens.slice(at + 1).some((next) => isNamed(next) || isSite(next));
  });

/**
 * Whether the number counts what came in by one route: 通过网络收到2100件, 信函申请1000件. A list of routes
 * (通过网络、信函等渠道) stands for all of them, and a site alone (网站) for the office whose site it is, unless the
 * requests came 通过 it.
 */
export const isByOneRoute = ({ tokens, from, place, segment }: Counted): boolean => {
  if (!segment.concepts.meets(ROUTE)) return false;
  const before = tokens.slice(from, place);
  const named = before.filter(isNamed);
  if (named.length === 0 && !(before.some(isThrough) && before.some(isSite))) return false;
  const first = before.findIndex((token) => isNamed(token) || isSite(token));
  return !isList(before.slice(first)) && new Set(named.map(({ id }) => id)).size <= 1;
};
