import { readStatus } from '../conditions.ts';
import type { StoredObject } from '../object-version.ts';
import type { S3Call } from '../operation.ts';
import { invalidArgument, preconditionFailed } from '../s3-error.ts';
import { findObject } from './objects.ts';

export const SOURCE = 'x-amz-copy-source';

export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  /** Absent for the current version. */
  readonly versionId?: string;
}

/** What the header names. @throws S3Error InvalidArgument */
export const parseCopySource = (text: string): CopySource => {
  const [path = '', query = ''] = text.split('?');
  const versionId = /^versionId=(.+)$/.exec(query)?.[1];
  try {
    const [bucket = '', ...key] = decodeURIComponent(path).replace(/^\//, '').split('/');
    return { bucket, key: key.join('/'), ...(versionId !== undefined && { versionId }) };
  } catch {
    throw invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  }
};

/** The object that a copy is made of, when it fits the conditions of the request. @throws S3Error */
export const findSource = async (call: S3Call, from: CopySource): Promise<StoredObject> => {
  const source = await findObject(call, from.bucket, from.key, from.versionId);
  const conditions = Object.fromEntries(
    Object.entries(call.headers)
      .filter(([name]) => name.startsWith(`${SOURCE}-if-`))
      .map(([name, value]) => [name.slice(SOURCE.length + 1), value]),
  );
  if (readStatus(conditions, source) === 304) throw preconditionFailed();
  return source;
};
