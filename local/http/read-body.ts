import type { IncomingMessage } from 'node:http';
import { bodyOf } from './body-of.ts';

/** The body is larger than the receiver allows. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * Reads a whole body into memory.
 *
 * @param limit in bytes
 * @throws BodyTooLargeError as soon as the limit is passed, declared or not
 */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLargeError();
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of bodyOf(request)) {
    bytes += part.length;
    if (bytes > limit) throw new BodyTooLargeError();
    parts.push(part);
  }
  return Buffer.concat(parts);
};
