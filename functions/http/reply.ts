import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { JsonReply, TextReply } from './route.ts';

/** Below this, compressing costs more than it saves. */
const GZIP_BYTES = 1024;

/**
 * RFC 9110, 8.8.3: an entity tag. Weak, since the same answer may go out compressed or not.
 */
const entityTag = (text: string): string =>
  `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/**
 * RFC 9110, 13.1.2: "If-None-Match … the origin server MUST use the weak comparison function"; `*` matches any
 * current representation.
 */
const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '')
    .split(',')
    .map((candidate) => candidate.trim())
    .some((candidate) => candidate === '*' || candidate.replace(/^W\//, '') === tag.replace(/^W\//, ''));

/** RFC 9110, 12.5.3: a coding is acceptable when listed, unless its weight is 0. */
const acceptsGzip = (header: string | undefined): boolean =>
  (header ?? '').split(',').some((entry) => {
    const [coding, ...parameters] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return (coding === 'gzip' || coding === '*') && !parameters.some((p) => /^q=0(\.0*)?$/.test(p));
  });

/** Makes an answer out of a reply: entity tag, 304, compression, and headers that keep browsers honest. */
export const toResult = (
  reply: JsonReply<unknown> | TextReply,
  headers: Readonly<Record<string, string | undefined>>,
  defaultStatus: number,
  method: string,
): APIGatewayProxyStructuredResultV2 => {
  const text = 'text' in reply ? reply.text : JSON.stringify(reply.body);
  const statusCode = reply.status ?? defaultStatus;
  const common: Record<string, string> = {
    'content-type': 'text' in reply ? reply.contentType : 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'accept, accept-encoding',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  };
  if (method === 'GET' && statusCode === 200 && common['cache-control'] !== 'no-store') {
    common.etag = entityTag(text);
    if (matches(headers['if-none-match'], common.etag)) {
      const { 'content-type': _, ...kept } = common;
      return { statusCode: 304, headers: kept };
    }
  }
  const bytes = Buffer.from(text);
  if (bytes.length < GZIP_BYTES || !acceptsGzip(headers['accept-encoding']))
    return { statusCode, headers: common, body: text };
  return {
    statusCode,
    headers: { ...common, 'content-encoding': 'gzip' },
    body: gzipSync(bytes).toString('base64'),
    isBase64Encoded: true,
  };
};
