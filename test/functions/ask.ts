import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HttpRequest } from '../../functions/http/http-handler.ts';

export interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly routeKey?: string;
  readonly caller?: string;
}

/** A request as the gateway hands it to a function. */
export const request = (target: string, asking: Asking = {}): HttpRequest => {
  const [rawPath = '', rawQueryString = ''] = target.split('?');
  const { method = 'GET', headers = {}, body, routeKey, caller } = asking;
  return {
    rawPath,
    rawQueryString,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
    ...(routeKey && { routeKey }),
    requestContext: {
      http: { method },
      ...(caller && { authorizer: { jwt: { claims: { sub: caller } } } }),
    },
  };
};

/** Asks a function and reads its answer, compressed or not. */
export const asker =
  (handler: (event: HttpRequest) => Promise<APIGatewayProxyStructuredResultV2>) =>
  async (target: string, asking: Asking = {}) => {
    const {
      statusCode = 0,
      headers = {},
      body = '',
      isBase64Encoded,
    } = await handler(request(target, asking));
    const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
    const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
    const json = /json/.test(String(headers['content-type'])) ? JSON.parse(text) : undefined;
    return { status: statusCode, headers, text, json };
  };
