import type { IncomingHttpHeaders } from 'node:http';
import type { StoredObject } from './object-version.ts';
import { notImplemented, preconditionFailed, S3Error } from './s3-error.ts';

const matches = (header: string, etag: string): boolean =>
  header.split(',').some((each) => ['*', etag, `"${etag}"`].includes(each.trim().replace(/^W\//, '')));

/** HTTP dates have whole seconds. */
const seconds = (text: string): number => Math.floor(Date.parse(text) / 1000);

/**
 * The conditions of a read, in the order of RFC 9110, section 13.2.2.
 *
 * @returns 304 when the client's copy is good, else 200
 * @throws S3Error PreconditionFailed
 */
export const readStatus = (headers: IncomingHttpHeaders, object: StoredObject): 200 | 304 => {
  const { etag } = object.content;
  const modified = seconds(object.lastModified);
  const {
    'if-match': match,
    'if-none-match': noneMatch,
    'if-modified-since': since,
    'if-unmodified-since': unmodified,
  } = headers;
  if (match !== undefined) {
    if (!matches(match, etag)) throw preconditionFailed();
  } else if (unmodified !== undefined && modified > seconds(unmodified)) {
    throw preconditionFailed();
  }
  if (noneMatch !== undefined) return matches(noneMatch, etag) ? 304 : 200;
  return since !== undefined && modified <= seconds(since) ? 304 : 200;
};

/** Given the current object, throws S3Error PreconditionFailed or NoSuchKey to refuse a write. */
export type WriteCheck = (current: StoredObject | undefined) => void;

/**
 * The conditions of a write; none where the request states none, so that nobody need look the object up.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const writeCheck = (headers: IncomingHttpHeaders): WriteCheck | undefined => {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match === undefined && noneMatch === undefined) return undefined;
  if (noneMatch !== undefined && noneMatch.trim() !== '*') throw notImplemented('If-None-Match with an ETag');
  return (current) => {
    if (noneMatch !== undefined && current) throw preconditionFailed();
    if (match === undefined) return;
    if (!current) throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.');
    if (!matches(match, current.content.etag)) throw preconditionFailed();
  };
};
