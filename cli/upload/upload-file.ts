import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { LIMITS } from '../../shared/document/limits.ts';

export type Uploaded = 'uploaded' | 'unchanged' | 'too-large';

/** Content types by ending, for people who open the original; the reader goes by content. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.wps': 'application/vnd.ms-works',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.rtf': 'application/rtf',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ofd': 'application/ofd',
  '.mht': 'multipart/related',
};

/** Metadata under which an upload keeps its hash, so that a repeated run sees what is there already. */
const HASH = 'sha256';

const storedHash = async (client: S3Client, bucket: string, key: string): Promise<string | undefined> => {
  try {
    const { Metadata } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return Metadata?.[HASH];
  } catch (error) {
    if ((error as { name?: string }).name === 'NotFound') return undefined;
    throw error;
  }
};

/**
 * Puts one file into the bucket, unless the same bytes are there under the same key already: a run that was cut
 * short is simply run again. A file over the reader's limit is left out, since it could only be rejected.
 *
 * Throws when the file cannot be read or the store does not take it.
 */
export const uploadFile = async (
  client: S3Client,
  bucket: string,
  key: string,
  path: string,
): Promise<Uploaded> => {
  if ((await stat(path)).size > LIMITS.fileBytes.limit) return 'too-large';
  const body = await readFile(path);
  const hash = createHash('sha256').update(body).digest('hex');
  if ((await storedHash(client, bucket, key)) === hash) return 'unchanged';
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      Metadata: { [HASH]: hash },
    }),
  );
  return 'uploaded';
};
