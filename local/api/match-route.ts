import type { RoutePlan } from '../template/plan.ts';

export interface RouteMatch {
  readonly route: RoutePlan;
  readonly parameters: Readonly<Record<string, string>>;
}

const matchPath = (pattern: string, segments: readonly string[]): Record<string, string> | undefined => {
  const parts = pattern.split('/').slice(1);
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(part);
    const segment = segments[index];
    if (name?.[2] === '+') {
      parameters[name[1] ?? ''] = segments.slice(index).join('/');
      return segment === undefined ? undefined : parameters;
    }
    if (segment === undefined) return undefined;
    if (name) parameters[name[1] ?? ''] = segment;
    else if (part !== segment) return undefined;
  }
  return parts.length === segments.length ? parameters : undefined;
};

/** "Full match, then match with a greedy path variable": fewer parameters go before more, greedy ones last. */
const vagueness = ({ method, path }: RoutePlan): number =>
  (path.match(/\{/g)?.length ?? 0) + (path.includes('+}') ? 100 : 0) + (method === 'ANY' ? 0.5 : 0);

/**
 * Finds the route of a request as the gateway does.
 *
 * @param segments of the path, decoded
 * @returns the match, or the methods that the path does know
 */
export const matchRoute = (
  routes: readonly RoutePlan[],
  method: string,
  segments: readonly string[],
): RouteMatch | { readonly allow: readonly string[] } => {
  const found = routes
    .flatMap((route) => {
      const parameters = matchPath(route.path, segments);
      return parameters ? [{ route, parameters }] : [];
    })
    .sort((a, b) => vagueness(a.route) - vagueness(b.route));
  const match = found.find(({ route }) => route.method === method || route.method === 'ANY');
  return match ?? { allow: found.map(({ route }) => route.method) };
};
