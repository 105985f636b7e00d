import type { ServerResponse } from 'node:http';

/** The answers that this gateway gives by itself; those of the function are described in `functions/http`. */
const TITLES = {
  400: ['invalid-request', 'The request is not valid'],
  401: ['unauthenticated', 'The request carries no valid credentials'],
  403: ['forbidden', 'The credentials do not allow this'],
  404: ['not-found', 'There is no such resource'],
  405: ['method-not-allowed', 'The resource does not know this method'],
  413: ['payload-too-large', 'The request body is too large'],
  500: ['internal', 'The request could not be served'],
} as const;

export type ProblemStatus = keyof typeof TITLES;

/** Answers with a problem document (RFC 9457); `instance` is the path asked for. */
export const sendProblem = (
  response: ServerResponse,
  status: ProblemStatus,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const [type, title] = TITLES[status];
  const [instance = '/'] = (response.req.url ?? '/').split('?');
  const body = JSON.stringify({ type: `urn:gouji:problem:${type}`, title, status, detail, instance });
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(body);
};
