import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Published } from '../../shared/checks/publish.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { s3Documents } from '../documents.ts';

/** The bytes of an upload; or why there are none. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'gone' };

/** Where uploads are read and examinations are kept. */
export interface Archive {
  /** Reads exactly this version of the object, never more than `limit` bytes. */
  fetch(object: ObjectVersion, limit: number): Promise<Fetched>;
  /** Reads a kept examination. @throws when it is not there: no record stands before its document is kept */
  examined(key: string): Promise<Published>;
  /** Keeps a JSON document; writing the same again changes nothing. */
  keep(key: string, json: string): Promise<void>;
}

/** Deleted between its upload and its turn: no fault of the surroundings, so not worth another try. */
const GONE = new Set(['NoSuchKey', 'NoSuchVersion', 'NotFound', 'MethodNotAllowed']);

/** The archive in Amazon S3. */
export const s3Archive = (s3: S3Client, recordsBucket: string): Archive => ({
  async fetch({ bucket, key, versionId, size }, limit) {
    if (size !== undefined && size > limit) return { kind: 'too-large', size };
    try {
      const { Body, ContentLength } = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, ...(versionId && { VersionId: versionId }) }),
      );
      if (ContentLength !== undefined && ContentLength > limit) {
        // An unread body would hold its connection until the time-out.
        if (Body && 'destroy' in Body) Body.destroy();
        return { kind: 'too-large', size: ContentLength };
      }
      return { kind: 'bytes', bytes: (await Body?.transformToByteArray()) ?? new Uint8Array() };
    } catch (error) {
      if (error instanceof Error && GONE.has(error.name)) return { kind: 'gone' };
      throw error;
    }
  },

  examined: s3Documents(s3, recordsBucket).read,

  async keep(key, json) {
    await s3.send(
      new PutObjectCommand({
        Bucket: recordsBucket,
        Key: key,
        Body: Buffer.from(json),
        ContentType: 'application/json; charset=utf-8',
      }),
    );
  },
});
