import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Published } from '../shared/checks/publish.ts';

/** Where whole examinations are read. */
export interface Documents {
  /** @throws when it is not there: a record is never shown before its document is kept */
  read(key: string): Promise<Published>;
}

/** Documents in Amazon S3, as `process-report` keeps them. */
export const s3Documents = (s3: S3Client, bucket: string): Documents => ({
  async read(key) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return JSON.parse((await Body?.transformToString()) ?? '') as Published;
  },
});
