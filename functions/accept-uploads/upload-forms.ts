import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';

/** Seconds that a form holds. */
const FORM_SECONDS = 900;

/** A form whose fields, and then the file, are posted to the bucket. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

/** Makes forms that let a browser or a program put one file, and only that, into the bucket. */
export interface UploadForms {
  form(key: string, mediaType: string, maxBytes: number): Promise<UploadForm>;
}

/** Forms signed for Amazon S3, which refuses another key, another type, or more bytes. */
export const s3UploadForms = (
  s3: S3Client,
  Bucket: string,
  now: () => Date = () => new Date(),
): UploadForms => ({
  async form(Key, mediaType, maxBytes) {
    const { url, fields } = await createPresignedPost(s3, {
      Bucket,
      Key,
      Fields: { 'Content-Type': mediaType },
      Conditions: [
        ['content-length-range', 1, maxBytes],
        ['eq', '$Content-Type', mediaType],
      ],
      Expires: FORM_SECONDS,
    });
    return { url, fields, expiresAt: new Date(now().getTime() + FORM_SECONDS * 1000).toISOString() };
  },
});
