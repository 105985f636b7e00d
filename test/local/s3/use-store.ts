import type { Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { serveStore } from './serve-store.ts';

export const Bucket = 'reports';

/** A store of its own for a test file, with what its tests do most; it must answer every request without a fault. */
export const useStore = () => {
  let served: Awaited<ReturnType<typeof serveStore>>;
  beforeAll(async () => {
    served = await serveStore();
  });
  afterAll(async () => {
    await served.stop();
    expect(served.errors).toEqual([]);
  });
  return {
    served: () => served,
    client: () => served.client,
    put: (Key: string, Body: string | Buffer | Readable, more = {}) =>
      served.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more })),
    async get(Key: string, more = {}) {
      const answer = await served.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
      return { ...answer, text: await answer.Body?.transformToString() };
    },
    async list(more = {}) {
      const { Contents } = await served.client.send(new ListObjectsV2Command({ Bucket, ...more }));
      return Contents?.map(({ Key }) => Key) ?? [];
    },
  };
};
