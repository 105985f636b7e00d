import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { hangUp } from '../http/hang-up.ts';
import type { Listener } from '../http/late-server.ts';
import { BodyTooLargeError, readBody } from '../http/read-body.ts';
import type { RoutePlan } from '../template/plan.ts';
import { type RouteMatcher, routeMatcher } from './match-route.ts';
import { sendProblem } from './problem.ts';
import { toEvent } from './to-event.ts';

export interface GatewayOptions {
  readonly routes: readonly RoutePlan[];
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Asked of every request as a bearer token; without one, everybody on this machine may read. */
  readonly token?: string | undefined;
  readonly onError: (error: unknown) => void;
}

/** "Payload size: 10 MB" of HTTP APIs. */
const BODY_LIMIT = 10 * 1024 * 1024;

const RESULT = z.object({
  statusCode: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A web page whose name was pointed at this machine still sends its own name. */
const isLocal = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');

const decodePath = (path: string): string[] | undefined => {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

const answer = async (
  { invoke, token }: GatewayOptions,
  matchRoute: RouteMatcher,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isLocal(request.headers.host)) {
    sendProblem(response, 403, 'This machine answers to 127.0.0.1 and localhost.');
    return;
  }
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (token !== undefined && !timingSafeEqual(digest(given), digest(token))) {
    const detail = 'Send the token that was printed at the start as Authorization: Bearer.';
    sendProblem(response, 401, detail, { 'WWW-Authenticate': 'Bearer' });
    return;
  }
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  const segments = decodePath(rawPath);
  if (!segments) {
    sendProblem(response, 400, 'The path is not properly percent-encoded.');
    return;
  }
  const match = matchRoute(request.method ?? '', segments);
  if ('allow' in match) {
    if (match.allow.length === 0) sendProblem(response, 404, 'No resource has this path.');
    else {
      const allow = match.allow.join(', ');
      sendProblem(response, 405, `This resource knows ${allow}.`, { Allow: allow });
    }
    return;
  }
  const body = await readBody(request, BODY_LIMIT);
  const event = toEvent(request, rawPath, query.join('?'), match, body);
  const result = RESULT.parse(await invoke(match.route.functionName, event));
  const bytes = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(result.statusCode, {
    ...result.headers,
    ...(result.cookies.length > 0 && { 'set-cookie': result.cookies }),
    ...(![204, 304].includes(result.statusCode) && { 'content-length': bytes.length }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
};

/** The HTTP API in front of the functions. */
export const gateway = (options: GatewayOptions): Listener => {
  const matchRoute = routeMatcher(options.routes);
  return (request, response) => {
    answer(options, matchRoute, request, response)
      .catch((error: unknown) => {
        hangUp(request, response);
        if (response.headersSent) response.destroy();
        else if (error instanceof BodyTooLargeError) {
          sendProblem(response, 413, `A request body has at most ${BODY_LIMIT} bytes.`);
        } else {
          options.onError(error);
          sendProblem(response, 500, 'The fault was logged.');
        }
      })
      .catch(options.onError);
  };
};
