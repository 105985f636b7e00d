import type { RoutePlan } from '../template/plan.ts';

export interface RouteMatch {
  readonly route: RoutePlan;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The route that takes a request, or the methods that its path does know. */
export type RouteMatcher = (
  method: string,
  /** Of the path, decoded. */
  segments: readonly string[],
) => RouteMatch | { readonly allow: readonly string[] };

/** A segment of a route's path: a text, or a parameter, or one that takes all that follows. */
interface Part {
  readonly text: string;
  readonly parameter?: string;
  readonly isGreedy: boolean;
}

const partsOf = (path: string): Part[] =>
  path
    .split('/')
    .slice(1)
    .map((text) => {
      const [, parameter, greedy] = /^\{(.+?)(\+?)\}$/.exec(text) ?? [];
      return { text, isGreedy: greedy === '+', ...(parameter !== undefined && { parameter }) };
    });

const matchPath = (
  parts: readonly Part[],
  segments: readonly string[],
): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [index, { text, parameter, isGreedy }] of parts.entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (parameter === undefined) {
      if (text !== segment) return undefined;
    } else if (isGreedy) {
      parameters[parameter] = segments.slice(index).join('/');
      return parameters;
    } else parameters[parameter] = segment;
  }
  return parts.length === segments.length ? parameters : undefined;
};

/** "Full match, then match with a greedy path variable": fewer parameters go before more, greedy ones last. */
const vagueness = ({ method, path }: RoutePlan): number =>
  (path.match(/\{/g)?.length ?? 0) + (path.includes('+}') ? 100 : 0) + (method === 'ANY' ? 0.5 : 0);

/** Finds the route of a request as the gateway does. */
export const routeMatcher = (routes: readonly RoutePlan[]): RouteMatcher => {
  const known = routes
    .toSorted((a, b) => vagueness(a) - vagueness(b))
    .map((route) => ({ route, parts: partsOf(route.path) }));
  return (method, segments) => {
    const allow: string[] = [];
    for (const { route, parts } of known) {
      const parameters = matchPath(parts, segments);
      if (!parameters) continue;
      if (route.method === method || route.method === 'ANY') return { route, parameters };
      allow.push(route.method);
    }
    return { allow };
  };
};
