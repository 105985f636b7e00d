import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { errorFields, type Log } from '../log.ts';
import { negotiate } from './accept.ts';
import { matchRoute } from './match-route.ts';
import { PROBLEMS, Problem, problemDocument } from './problem.ts';
import { toResult } from './reply.ts';
import type { Route, RouteInput } from './route.ts';

/** The part of a request that matters here. */
export type HttpRequest = Pick<
  APIGatewayProxyEventV2,
  'rawPath' | 'rawQueryString' | 'headers' | 'body' | 'isBase64Encoded'
> & {
  readonly routeKey?: string;
  readonly requestContext: {
    readonly http: { readonly method: string };
    readonly requestId?: string;
    readonly authorizer?: unknown;
  };
};

/** Where the gateway sends what no route of its own takes. */
export const CATCH_ALL_PATH = '/{proxy+}';
const CATCH_ALL = `ANY ${CATCH_ALL_PATH}`;

/** Bodies are small documents; files go to the bucket directly. */
const BODY_BYTES = 64 * 1024;

const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.infer<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-request',
    `The ${where} is not as described in /openapi.json.`,
    parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
      at: [where, ...path.map(String)].join('.'),
      detail: message,
    })),
  );
};

/** Each name once: a repeated one is a mistake that must not be guessed at. */
const queryOf = (raw: string): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    if (Object.hasOwn(query, name))
      throw new Problem('invalid-request', `The query parameter ${name.slice(0, 50)} stands more than once.`);
    query[name] = value;
  }
  return query;
};

const bodyOf = ({ body, isBase64Encoded, headers }: HttpRequest): unknown => {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_BYTES)
    throw new Problem('payload-too-large', `A request body has at most ${BODY_BYTES} bytes.`);
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    throw new Problem('unsupported-media-type', 'Send the body as application/json.');
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Problem('invalid-request', 'The body is not JSON.');
  }
};

/** Throttling of a service behind is the caller's to wait out, not a fault of the program. */
const OVERLOADED = /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|SlowDown|TooManyRequests/;

const toProblem = (error: unknown, log: Log, fields: Record<string, unknown>): Problem => {
  if (error instanceof Problem) return error;
  log('error', 'request failed', { ...fields, ...errorFields(error) });
  return error instanceof Error && OVERLOADED.test(error.name)
    ? new Problem('unavailable', 'Try again in a few seconds.', [], { 'retry-after': '5' })
    : new Problem('internal', 'The fault was logged.');
};

const callerOf = (authorizer: unknown): string | undefined => {
  const { jwt, iam } = (authorizer ?? {}) as {
    jwt?: { claims?: Record<string, unknown> };
    iam?: { userArn?: string };
  };
  const subject = jwt?.claims?.sub;
  return typeof subject === 'string' ? subject : iam?.userArn;
};

/** Answers requests of an API Gateway HTTP API, payload version 2.0, by the routes given. */
export const httpHandler =
  <Services>(routes: readonly Route<Services>[], services: Services, log: Log) =>
  async (request: HttpRequest): Promise<APIGatewayProxyStructuredResultV2> => {
    const { method } = request.requestContext.http;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const fields = { method, path: request.rawPath, request: request.requestContext.requestId };
    try {
      const { route, parameters } = matchRoute(routes, method, request.rawPath);
      // A path that the gateway and this function read differently would slip past the scope of its route.
      if (request.routeKey === CATCH_ALL) throw new Problem('not-found', 'No resource has this path.');
      const accepts = negotiate(headers.accept, route.produces);
      if (accepts === undefined)
        throw new Problem('not-acceptable', `This resource comes as ${route.produces.join(' or ')}.`);
      const input: RouteInput<unknown, unknown, unknown> = {
        path: parse(route.pathSchema, parameters, 'path'),
        query: parse(route.querySchema, queryOf(request.rawQueryString), 'query'),
        body: route.bodySchema && parse(route.bodySchema, bodyOf({ ...request, headers }), 'body'),
        accepts,
        caller: callerOf(request.requestContext.authorizer),
      };
      const reply = await route.respond(services, input as RouteInput<never, never, never>);
      log('info', 'request served', { ...fields, route: route.path });
      return toResult(reply, headers, route.status, method);
    } catch (error) {
      const problem = toProblem(error, log, fields);
      const { status } = PROBLEMS[problem.type];
      if (status < 500) log('info', 'request refused', { ...fields, status, problem: problem.type });
      return {
        statusCode: status,
        headers: {
          'content-type': 'application/problem+json',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...problem.headers,
        },
        body: JSON.stringify(problemDocument(problem, request.rawPath)),
      };
    }
  };
