import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ObjectStore } from './object-store.ts';
import type { Authenticated } from './signature/authenticate.ts';

/** One authenticated request of the S3 protocol. */
export interface S3Call {
  readonly store: ObjectStore;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Headers, with those that a presigned URL carries in its query. */
  readonly headers: IncomingMessage['headers'];
  readonly query: ReadonlyMap<string, string>;
  /** Empty for calls on the service. */
  readonly bucket: string;
  /** Empty for calls on a bucket. */
  readonly key: string;
  readonly authenticated: Authenticated;
}

/** One operation of the S3 API. A request with any other query parameter is some other operation. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly on: 'service' | 'bucket' | 'object';
  /** Query parameters that make a request this operation. */
  readonly needs?: readonly string[];
  /** Further query parameters that it understands. */
  readonly allows?: readonly string[];
  /** Headers that make a request this operation. */
  readonly needsHeader?: string;
  readonly run: (call: S3Call) => Promise<void>;
}

/** @param document an XML document */
export const answer = (response: ServerResponse, document: string, status = 200): void => {
  response.writeHead(status, {
    'Content-Type': 'application/xml',
    'Content-Length': Buffer.byteLength(document),
  });
  response.end(document);
};
