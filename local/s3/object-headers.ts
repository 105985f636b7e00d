import type { IncomingHttpHeaders } from 'node:http';
import { type ObjectAttributes, STORED_HEADERS, type StoredObject } from './object-version.ts';
import { invalidArgument, S3Error } from './s3-error.ts';

const METADATA = 'x-amz-meta-';
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const METADATA_LIMIT = 2048;
const KEY_LIMIT = 1024;
/** RFC 9110, section 5.6.2: what names a header. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** @throws S3Error for a key that S3 would not take */
export const checkKey = (key: string): void => {
  if (Buffer.byteLength(key) > KEY_LIMIT) throw new S3Error('KeyTooLongError', 400, 'Your key is too long');
  if (key === '' || key.includes('\0')) throw invalidArgument('The key is not valid.');
};

/** What an upload's headers say of the object. @throws S3Error MetadataTooLarge */
export const objectAttributes = (headers: IncomingHttpHeaders): ObjectAttributes => {
  const stored = STORED_HEADERS.flatMap((name) => {
    const value = headers[name];
    if (typeof value !== 'string') return [];
    // `aws-chunked` describes the transfer, not the object.
    const kept =
      name === 'content-encoding'
        ? value.replace(/(^|,\s*)aws-chunked(?=,|$)/i, '').replace(/^,\s*/, '')
        : value;
    return kept === '' ? [] : [[name, kept] as const];
  });
  const metadata = Object.entries(headers)
    .filter(([name]) => name.startsWith(METADATA))
    .map(([name, value]) => [name.slice(METADATA.length), String(value)] as const);
  if (metadata.some(([name]) => !TOKEN.test(name))) throw invalidArgument('A name of metadata is not valid.');
  if (metadata.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > METADATA_LIMIT) {
    throw new S3Error(
      'MetadataTooLarge',
      400,
      'Your metadata headers exceed the maximum allowed metadata size.',
    );
  }
  return { headers: Object.fromEntries(stored), metadata: Object.fromEntries(metadata) };
};

/** What HTTP can carry as the value of a header: ISO 8859-1 without control characters. */
const CARRIED = /^[\t\x20-\x7e\x80-\xff]*$/;

/** @throws S3Error InvalidArgument for a header that an answer cannot carry */
export const checkHeader = (value: string): void => {
  if (!CARRIED.test(value)) throw invalidArgument('Header value cannot be represented using ISO-8859-1.');
};

/** A form may state more than a header can carry; S3 returns that "encoded as per RFC 2047". */
const encoded = (value: string): string =>
  CARRIED.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;

/** The headers of an object in an answer. */
export const responseHeaders = (object: StoredObject): Record<string, string> => {
  const { content } = object;
  const metadata = Object.entries(content.metadata).map(([name, value]) => [
    `${METADATA}${name}`,
    encoded(value),
  ]);
  const stored = Object.entries(content.headers).map(([name, value]) => [name, encoded(value)]);
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(stored),
    ...Object.fromEntries(metadata),
    ETag: `"${content.etag}"`,
    'Last-Modified': new Date(object.lastModified).toUTCString(),
    'Accept-Ranges': 'bytes',
    'x-amz-version-id': object.versionId,
  };
};
