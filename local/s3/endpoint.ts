import type { IncomingMessage, ServerResponse } from 'node:http';
import { hangUp } from '../http/hang-up.ts';
import type { Listener } from '../http/late-server.ts';
import type { ObjectStore } from './object-store.ts';
import type { Operation } from './operation.ts';
import { bucketOperations } from './operations/buckets.ts';
import { copyOperations } from './operations/copy-object.ts';
import { copyPartOperations } from './operations/copy-part.ts';
import { deleteOperations } from './operations/delete-objects.ts';
import { listOperations } from './operations/list-objects.ts';
import { versionOperations } from './operations/list-versions.ts';
import { multipartOperations } from './operations/multipart.ts';
import { objectOperations } from './operations/objects.ts';
import { postObject } from './post/post-object.ts';
import { notImplemented, S3Error } from './s3-error.ts';
import { authenticate } from './signature/authenticate.ts';
import type { Credentials } from './signature/signing-key.ts';
import { decodeUri, parseTarget } from './signature/uri.ts';
import { refuseUnsupportedHeaders } from './unsupported-headers.ts';
import { toXml } from './xml.ts';

/** The first that fits is done: those that need more stand before those that need less. */
const OPERATIONS: readonly Operation[] = [
  ...bucketOperations,
  ...deleteOperations,
  ...versionOperations,
  ...copyPartOperations,
  ...multipartOperations,
  ...listOperations,
  ...copyOperations,
  ...objectOperations,
];

/** Belongs to the signature, or names the call for the client's own log. */
const IGNORED = /^(x-amz-|x-id$)/i;

const findOperation = (
  request: IncomingMessage,
  on: Operation['on'],
  query: ReadonlyMap<string, string>,
): Operation => {
  const found = OPERATIONS.find(
    ({ method, on: level, needs = [], allows = [], needsHeader }) =>
      method === request.method &&
      level === on &&
      needs.every((name) => query.has(name)) &&
      (needsHeader === undefined || request.headers[needsHeader] !== undefined) &&
      [...query.keys()].every((name) => needs.includes(name) || allows.includes(name) || IGNORED.test(name)),
  );
  if (!found)
    throw notImplemented(`${request.method} on ${on} with ${[...query.keys()].join(', ') || 'no query'}`);
  return found;
};

/** A presigned URL carries metadata and the like in its query; a header of the request goes before it. */
const withHoisted = (headers: IncomingMessage['headers'], query: ReadonlyMap<string, string>) => ({
  ...Object.fromEntries(
    [...query].filter(([name]) => /^x-amz-(meta-|acl$|storage-class$|tagging$)/.test(name)),
  ),
  ...headers,
});

const handle = async (
  store: ObjectStore,
  credentials: Credentials,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const target = parseTarget(request.url ?? '/');
  const [, bucket = '', ...rest] = target.path.split('/').map(decodeUri);
  const key = rest.join('/');
  const on = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object';
  const query = new Map(target.query);
  const isForm = request.method === 'POST' && on === 'bucket' && query.size === 0;
  const authenticated = isForm
    ? undefined
    : authenticate(
        { method: request.method ?? '', target, headers: request.headers },
        credentials,
        Date.now(),
      );
  if (
    on !== 'service' &&
    !(await store.index.bucket(bucket)) &&
    !(on === 'bucket' && request.method === 'PUT')
  ) {
    throw new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist');
  }
  if (!authenticated) {
    await postObject(store, request, response, bucket, credentials);
    return;
  }
  const headers = withHoisted(request.headers, query);
  const operation = findOperation(request, on, query);
  refuseUnsupportedHeaders(headers);
  await operation.run({ store, request, response, headers, query, bucket, key, authenticated });
};

const answerError = (
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  error: unknown,
): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known =
    error instanceof S3Error
      ? error
      : new S3Error('InternalError', 500, 'We encountered an internal error. Please try again.');
  const document = toXml('Error', {
    Code: known.code,
    Message: known.message,
    Resource: (request.url ?? '').split('?')[0],
    RequestId: id,
  });
  for (const [name, value] of Object.entries(known.headers)) response.setHeader(name, value);
  hangUp(request, response);
  response.writeHead(known.status, {
    'Content-Type': 'application/xml',
    'Content-Length': Buffer.byteLength(document),
  });
  response.end(request.method === 'HEAD' ? undefined : document);
};

/**
 * The S3 protocol over HTTP, path-style, every request signed with the one pair of credentials.
 *
 * @param onError told of faults of this program, which clients see as InternalError
 */
export const s3Endpoint = (
  store: ObjectStore,
  credentials: Credentials,
  onError: (error: unknown) => void,
): Listener => {
  let requests = 0;
  return (request, response) => {
    requests += 1;
    const id = requests.toString(16).toUpperCase().padStart(16, '0');
    response.setHeader('x-amz-request-id', id);
    response.setHeader('Server', 'gouji');
    handle(store, credentials, request, response).catch((error: unknown) => {
      const aborted = request.destroyed && !request.complete;
      if (!(error instanceof S3Error) && !aborted) onError(error);
      answerError(request, response, id, error);
    });
  };
};
