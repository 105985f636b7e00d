import { pipeline } from 'node:stream/promises';
import { bodyOf } from '../../http/body-of.ts';
import { verifiedBody } from '../body/verified-body.ts';
import { readStatus, writeCheck } from '../conditions.ts';
import { checkHeader, checkKey, objectAttributes, responseHeaders } from '../object-headers.ts';
import { isStored, type StoredObject } from '../object-version.ts';
import type { Operation, S3Call } from '../operation.ts';
import { parseRange } from '../range.ts';
import { notImplemented, S3Error } from '../s3-error.ts';

/** Event of a delete marker. */
export const DELETION = 'ObjectRemoved:DeleteMarkerCreated';
const MARKER = { 'x-amz-delete-marker': 'true' };

/** The object or version that a read asks for. @throws S3Error NoSuchKey, NoSuchVersion, MethodNotAllowed */
export const findObject = async (
  { store }: S3Call,
  bucket: string,
  key: string,
  versionId?: string,
): Promise<StoredObject> => {
  if (versionId === undefined) {
    const newest = await store.index.newest(bucket, key);
    if (isStored(newest)) return newest;
    const headers = newest ? { ...MARKER, 'x-amz-version-id': newest.versionId } : {};
    throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.', headers);
  }
  const version = await store.index.version(bucket, key, versionId);
  if (isStored(version)) return version;
  if (!version) throw new S3Error('NoSuchVersion', 404, 'The specified version does not exist.');
  const message = 'The specified method is not allowed against this resource.';
  throw new S3Error('MethodNotAllowed', 405, message, MARKER);
};

const RESPONSE_OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
].map((header) => [`response-${header}`, header] as const);

const read = async (call: S3Call): Promise<void> => {
  const { request, response, headers, query, bucket, key, store } = call;
  const object = await findObject(call, bucket, key, query.get('versionId'));
  const { size, blob, checksum } = object.content;
  const status = readStatus(headers, object);
  for (const [name, value] of Object.entries(responseHeaders(object))) response.setHeader(name, value);
  for (const [parameter, header] of RESPONSE_OVERRIDES) {
    const value = query.get(parameter);
    if (value === undefined) continue;
    checkHeader(value);
    response.setHeader(header, value);
  }
  if (status === 304) {
    response.writeHead(304).end();
    return;
  }
  const range = parseRange(headers.range, size);
  if (!range && checksum && String(headers['x-amz-checksum-mode']).toUpperCase() === 'ENABLED') {
    response.setHeader(checksum.header, checksum.value);
  }
  if (range) response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const isBodiless = request.method === 'HEAD' || size === 0;
  const small = isBodiless ? undefined : store.blobs.readSmall({ name: blob, size }, { start, end });
  response.writeHead(range ? 206 : 200, { 'Content-Length': end - start + 1 });
  if (isBodiless || small) response.end(small);
  else await pipeline(store.blobs.read(blob, { start, end }), response);
};

const putObject = async (call: S3Call): Promise<void> => {
  const { store, request, response, headers, bucket, key, authenticated } = call;
  checkKey(key);
  const attributes = objectAttributes(headers);
  const check = writeCheck(headers);
  const body = verifiedBody(bodyOf(request), headers, authenticated, store.maxObjectBytes);
  // Known before the bytes are read, so that a client that asked for If-None-Match need not send them all.
  check?.(await store.index.current(bucket, key));
  const { name, size, md5 } = await store.blobs.write(body.bytes);
  const checksum = body.checksum();
  const content = { ...attributes, blob: name, size, etag: md5, ...(checksum && { checksum }) };
  const version = await store.add(bucket, key, 'ObjectCreated:Put', content, check);
  response.writeHead(200, {
    ETag: `"${md5}"`,
    'x-amz-version-id': version.versionId,
    ...(checksum && { [checksum.header]: checksum.value }),
    'Content-Length': 0,
  });
  response.end();
};

const deleteObject = async ({
  store,
  response,
  headers: asked,
  query,
  bucket,
  key,
}: S3Call): Promise<void> => {
  checkKey(key);
  const versionId = query.get('versionId');
  const check = writeCheck(asked);
  if (check && versionId !== undefined) throw notImplemented('conditions on the deletion of a version');
  const headers: Record<string, string> = {};
  if (versionId === undefined) {
    const marker = await store.index.add(bucket, key, DELETION, undefined, check);
    headers['x-amz-delete-marker'] = 'true';
    headers['x-amz-version-id'] = marker.versionId;
  } else {
    const removed = await store.removeVersion(bucket, key, versionId);
    headers['x-amz-version-id'] = versionId;
    if (removed && !removed.content) headers['x-amz-delete-marker'] = 'true';
  }
  response.writeHead(204, headers).end();
};

export const objectOperations: readonly Operation[] = [
  {
    name: 'GetObject',
    method: 'GET',
    on: 'object',
    allows: ['versionId', ...RESPONSE_OVERRIDES.map(([parameter]) => parameter)],
    run: read,
  },
  { name: 'HeadObject', method: 'HEAD', on: 'object', allows: ['versionId'], run: read },
  { name: 'PutObject', method: 'PUT', on: 'object', run: putObject },
  { name: 'DeleteObject', method: 'DELETE', on: 'object', allows: ['versionId'], run: deleteObject },
];
