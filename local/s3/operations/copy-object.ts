import { writeCheck } from '../conditions.ts';
import { checkKey, objectAttributes } from '../object-headers.ts';
import { answer, type Operation, type S3Call } from '../operation.ts';
import { invalidArgument, notImplemented } from '../s3-error.ts';
import { toXml } from '../xml.ts';
import { findSource, parseCopySource, SOURCE } from './copy-source.ts';

/** The copy has its own bytes, so that removing one version never touches another. */
const copyObject = async (call: S3Call): Promise<void> => {
  const { store, response, headers, bucket, key } = call;
  checkKey(key);
  if (headers[`${SOURCE}-range`] !== undefined) throw notImplemented('a range in CopyObject');
  const from = parseCopySource(String(headers[SOURCE]));
  const source = await findSource(call, from);
  const replace = String(headers['x-amz-metadata-directive'] ?? 'COPY').toUpperCase() === 'REPLACE';
  if (!replace && from.bucket === bucket && from.key === key && from.versionId === undefined) {
    const message = 'This copy request is illegal because it copies an object to itself without changing it.';
    throw invalidArgument(message);
  }
  const { headers: kept, metadata, checksum } = source.content;
  const attributes = replace ? objectAttributes(headers) : { headers: kept, metadata };
  const blob = await store.blobs.write(store.blobs.read(source.content.blob));
  const content = {
    ...attributes,
    blob: blob.name,
    size: blob.size,
    etag: blob.md5,
    ...(checksum && { checksum }),
  };
  const version = await store.add(bucket, key, 'ObjectCreated:Copy', content, writeCheck(headers));
  response.setHeader('x-amz-version-id', version.versionId);
  response.setHeader('x-amz-copy-source-version-id', source.versionId);
  answer(response, toXml('CopyObjectResult', { LastModified: version.lastModified, ETag: `"${blob.md5}"` }));
};

export const copyOperations: readonly Operation[] = [
  { name: 'CopyObject', method: 'PUT', on: 'object', needsHeader: SOURCE, run: copyObject },
];
