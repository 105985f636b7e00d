import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from '../s3-error.ts';
import type { Authenticated } from '../signature/authenticate.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import { announcedChecksum, type Checksum } from './checksum.ts';

/** The checksum of a body that was received whole, as header and base64 value. */
export interface ReceivedChecksum {
  readonly header: string;
  readonly value: string;
}

export interface VerifiedBody {
  /** Throws S3Error at its end unless everything the sender promised about the body holds. */
  readonly bytes: AsyncIterable<Buffer>;
  /** Known once `bytes` has ended. */
  checksum(): ReceivedChecksum | undefined;
}

const badDigest = (what: string): S3Error =>
  new S3Error('BadDigest', 400, `The ${what} you specified did not match what we received.`);

const declaredLength = (headers: IncomingHttpHeaders, streamed: boolean): number => {
  const text = streamed ? headers['x-amz-decoded-content-length'] : headers['content-length'];
  if (typeof text !== 'string' || !/^\d+$/.test(text)) {
    throw new S3Error('MissingContentLength', 411, 'You must provide the Content-Length HTTP header.');
  }
  return Number(text);
};

const verifyChecksum = (checksum: Checksum, trailers: ReadonlyMap<string, string>): ReceivedChecksum => {
  const value = checksum.running.digest();
  if (value !== (checksum.expected ?? trailers.get(checksum.header))) throw badDigest(checksum.header);
  return { header: checksum.header, value };
};

/**
 * The body of an upload: frames removed, length, hash, MD5 and checksum verified at its end.
 *
 * @param limit in bytes
 * @throws S3Error EntityTooLarge, MissingContentLength at once; the others while reading
 */
export const verifiedBody = (
  source: AsyncIterable<Buffer>,
  headers: IncomingHttpHeaders,
  authenticated: Authenticated,
  limit: number,
): VerifiedBody => {
  const streamed = authenticated.payload.startsWith('STREAMING-');
  const length = declaredLength(headers, streamed);
  if (length > limit) {
    throw new S3Error('EntityTooLarge', 400, `Your proposed upload exceeds the maximum of ${limit} bytes.`);
  }
  const checksum = announcedChecksum(headers);
  const contentMd5 = headers['content-md5'];
  const trailers = new Map<string, string>();
  let received: ReceivedChecksum | undefined;

  async function* read(): AsyncGenerator<Buffer> {
    const md5 = contentMd5 === undefined ? undefined : createHash('md5');
    const sha = /^[0-9a-f]{64}$/.test(authenticated.payload) ? createHash('sha256') : undefined;
    let bytes = 0;
    for await (const part of streamed ? decodeAwsChunked(source, authenticated, trailers) : source) {
      bytes += part.length;
      if (bytes > length) break;
      md5?.update(part);
      sha?.update(part);
      checksum?.running.update(part);
      yield part;
    }
    if (bytes !== length) {
      const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header.';
      throw new S3Error('IncompleteBody', 400, message);
    }
    if (sha && sha.digest('hex') !== authenticated.payload) {
      const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
      throw new S3Error('XAmzContentSHA256Mismatch', 400, message);
    }
    if (md5 && md5.digest('base64') !== contentMd5) throw badDigest('Content-MD5');
    if (checksum) received = verifyChecksum(checksum, trailers);
  }
  return { bytes: read(), checksum: () => received };
};
