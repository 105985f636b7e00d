import { readStatus, writeCheck } from '../conditions.ts';
import { checkKey, objectAttributes } from '../object-headers.ts';
import { answer, type Operation, type S3Call } from '../operation.ts';
import { invalidArgument, preconditionFailed } from '../s3-error.ts';
import { toXml } from '../xml.ts';
import { findObject } from './objects.ts';

const SOURCE = 'x-amz-copy-source';

const copySource = (text: string): { bucket: string; key: string; versionId?: string } => {
  const [path = '', query = ''] = text.split('?');
  const versionId = /^versionId=(.+)$/.exec(query)?.[1];
  try {
    const [bucket = '', ...key] = decodeURIComponent(path).replace(/^\//, '').split('/');
    return { bucket, key: key.join('/'), ...(versionId !== undefined && { versionId }) };
  } catch {
    throw invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  }
};

/** The copy has its own bytes, so that removing one version never touches another. */
const copyObject = async (call: S3Call): Promise<void> => {
  const { store, response, headers, bucket, key } = call;
  checkKey(key);
  const from = copySource(String(headers[SOURCE]));
  const source = await findObject(call, from.bucket, from.key, from.versionId);
  const conditions = Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(`${SOURCE}-if-`))
      .map(([name, value]) => [name.slice(SOURCE.length + 1), value]),
  );
  if (readStatus(conditions, source) === 304) throw preconditionFailed();
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
