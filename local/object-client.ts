import { createReadStream } from 'node:fs';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { REGION } from './aws/place.ts';
import type { Credentials } from './s3/signature/signing-key.ts';

/** The S3 client of this machine's own uploads: the inbox and the samples go the way of every other upload. */
export class ObjectClient {
  private readonly client: S3Client;

  constructor(
    endpoint: string,
    credentials: Credentials,
    private readonly bucket: string,
  ) {
    // The SDK writes into the credentials that it is given.
    this.client = new S3Client({
      endpoint,
      credentials: { ...credentials },
      region: REGION,
      forcePathStyle: true,
    });
  }

  /** @param size of the file in bytes */
  async putFile(key: string, file: string, size: number): Promise<void> {
    const Body = createReadStream(file);
    await this.client.send(
      new PutObjectCommand({ Bucket: this.bucket, Key: key, Body, ContentLength: size }),
    );
  }

  /** Puts bytes unless the key is taken. */
  async putOnce(key: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.client.send(
        new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: bytes, IfNoneMatch: '*' }),
      );
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'PreconditionFailed') throw error;
    }
  }

  stop(): void {
    this.client.destroy();
  }
}
