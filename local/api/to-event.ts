import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ACCOUNT } from '../aws/place.ts';
import type { RouteMatch } from './match-route.ts';

const TEXT = /^(text\/|application\/(json|javascript|xml|.+\+json|.+\+xml|x-www-form-urlencoded))/i;

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== 'cookie')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );

/** Values of a repeated parameter are joined by commas. */
const queryOf = (raw: string): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    query[name] = Object.hasOwn(query, name) ? `${query[name]},${value}` : value;
  }
  return query;
};

/**
 * A request as the function receives it: payload format 2.0 of HTTP APIs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export const toEvent = (
  request: IncomingMessage,
  rawPath: string,
  rawQueryString: string,
  { route, parameters }: RouteMatch,
  body: Buffer,
): APIGatewayProxyEventV2 => {
  const routeKey = `${route.method} ${route.path}`;
  const now = new Date();
  const isBase64Encoded = body.length > 0 && !TEXT.test(request.headers['content-type'] ?? '');
  const query = queryOf(rawQueryString);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(request.headers.cookie && { cookies: request.headers.cookie.split('; ') }),
    headers: headersOf(request),
    ...(rawQueryString !== '' && { queryStringParameters: query }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
  };
};
