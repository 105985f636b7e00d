import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { LIMITS } from '../../shared/document/limits.ts';
import { MEDIA_TYPES } from '../../shared/document/media-types.ts';

export type Uploaded = 'uploaded' | 'unchanged' | 'too-large';

/** The file system does not give the file; that concerns no other file. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** The whole file, or undefined when it is over the reader's limit. A device tells no size and may never end. */
const readFileWithin = async (path: string, limit: number): Promise<Buffer | undefined> => {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new Error('不是普通文件 not a regular file');
    return stats.size > limit ? undefined : await readFile(path);
  } catch (error) {
    throw new UnreadableError((error as Error).message, { cause: error });
  }
};

/** Metadata under which an upload keeps its hash, so that a repeated run sees what is there already. */
const HASH = 'sha256';

/**
 * Whoever may put but not read gets 403 here, and so does whoever may not list, for a key that is not there: the
 * file is then sent again, which does no harm, and the answer to that tells what is not allowed.
 */
const UNKNOWN = new Set([403, 404]);

const storedHash = async (client: S3Client, bucket: string, key: string): Promise<string | undefined> => {
  try {
    const { Metadata } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return Metadata?.[HASH];
  } catch (error) {
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
    if (UNKNOWN.has($metadata?.httpStatusCode ?? 0)) return undefined;
    throw error;
  }
};

/**
 * Puts one file into the bucket, unless the same bytes are there under the same key already: a run that was cut
 * short is simply run again. A file over the reader's limit is left out, since it could only be rejected.
 *
 * Throws an UnreadableError when the file cannot be read, and what the SDK throws when the store does not take it.
 */
export const uploadFile = async (
  client: S3Client,
  bucket: string,
  key: string,
  path: string,
): Promise<Uploaded> => {
  const body = await readFileWithin(path, LIMITS.fileBytes.limit);
  if (!body) return 'too-large';
  const hash = createHash('sha256').update(body).digest('hex');
  if ((await storedHash(client, bucket, key)) === hash) return 'unchanged';
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      // For people who open the original; the reader goes by content.
      ContentType: MEDIA_TYPES[extname(path).slice(1).toLowerCase()] ?? 'application/octet-stream',
      Metadata: { [HASH]: hash },
    }),
  );
  return 'uploaded';
};
