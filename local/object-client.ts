import { createReadStream } from 'node:fs';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { REGION } from './aws/place.ts';
import type { Credentials } from './s3/signature/signing-key.ts';

/**
 * The S3 client of this machine's own uploads: the inbox and the samples go the way of every other upload.
 * The package loads with the first upload, since it takes a good part of the start.
 */
export class ObjectClient {
  private client: S3Client | undefined;

  constructor(
    private readonly endpoint: string,
    private readonly credentials: Credentials,
    private readonly bucket: string,
  ) {}

  /** @param size of the file in bytes */
  async putFile(key: string, file: string, size: number): Promise<void> {
    await this.put({ Key: key, Body: createReadStream(file), ContentLength: size });
  }

  /** Puts bytes unless the key is taken. */
  async putOnce(key: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.put({ Key: key, Body: bytes, IfNoneMatch: '*' });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'PreconditionFailed') throw error;
    }
  }

  private async put(input: Omit<PutObjectCommandInput, 'Bucket'>): Promise<void> {
    const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
    const { endpoint, credentials, bucket: Bucket } = this;
    // The client writes into the credentials that it is given.
    this.client ??= new S3Client({
      endpoint,
      credentials: { ...credentials },
      region: REGION,
      forcePathStyle: true,
    });
    await this.client.send(new PutObjectCommand({ ...input, Bucket }));
  }

  stop(): void {
    this.client?.destroy();
  }
}
