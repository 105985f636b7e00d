import { Problem } from './problem.ts';
import type { Route } from './route.ts';

export interface Match<Services> {
  readonly route: Route<Services>;
  readonly parameters: Readonly<Record<string, string>>;
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem('invalid-request', 'The path is not properly percent-encoded.');
  }
};

const matchPath = (pattern: string, segments: readonly string[]): Record<string, string> | undefined => {
  const parts = pattern.split('/').slice(1);
  if (parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name) parameters[name] = segment;
    else if (part !== segment) return undefined;
  }
  return parameters;
};

/**
 * Finds the route of a request.
 * @throws Problem `not-found`, or `method-not-allowed` with the methods the resource does know
 */
export const matchRoute = <Services>(
  routes: readonly Route<Services>[],
  method: string,
  rawPath: string,
): Match<Services> => {
  const segments = rawPath.split('/').slice(1).map(decode);
  // Fixed segments go before parameters, wherever the routes stand in the list.
  const found = routes
    .flatMap((route) => {
      const parameters = matchPath(route.path, segments);
      return parameters ? [{ route, parameters }] : [];
    })
    .sort((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length);
  if (found.length === 0) throw new Problem('not-found', 'No resource has this path. See /openapi.json.');
  const match = found.find(({ route }) => route.method === method);
  if (match) return match;
  const allow = [...new Set(found.map(({ route }) => route.method))].join(', ');
  throw new Problem('method-not-allowed', `This resource knows ${allow}.`, [], { allow });
};
