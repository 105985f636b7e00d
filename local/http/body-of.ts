import type { IncomingMessage } from 'node:http';

/**
 * The body as a stream of buffers. Unlike iterating over the request itself, stopping early leaves the
 * connection open, so that the answer can still be sent.
 */
export const bodyOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
