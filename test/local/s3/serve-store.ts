import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { lateServer } from '../../../local/http/late-server.ts';
import { close, listen } from '../../../local/http/listen.ts';
import { s3Endpoint } from '../../../local/s3/endpoint.ts';
import { ObjectStore } from '../../../local/s3/object-store.ts';

export const CREDENTIALS = {
  accessKeyId: 'GOUJITESTTESTTEST',
  secretAccessKey: 'a-secret-of-at-least-32-characters',
};

/** A store in a folder of its own with one bucket `reports`, served to an SDK client. */
export const serveStore = async ({
  folder,
  queueDown = false,
}: {
  folder?: string;
  queueDown?: boolean;
} = {}) => {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'gouji-s3-')));
  const notifications: { queue: string; body: string }[] = [];
  const errors: unknown[] = [];
  const store = await ObjectStore.open({
    folder: root,
    maxObjectBytes: 20_000_000,
    notify: async (queue, body) => {
      if (queueDown) throw new Error('the queue is down');
      notifications.push({ queue, body });
    },
  });
  await store.addBucket('reports', [
    { events: ['s3:ObjectCreated:*'], prefix: '', suffix: '', queue: 'intake' },
  ]);
  store.startNotifying();
  const late = lateServer();
  late.serve(s3Endpoint(store, CREDENTIALS, (error) => errors.push(error)));
  const port = await listen(late.server, 0, '');
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    credentials: { ...CREDENTIALS },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  return {
    root,
    store,
    endpoint,
    client,
    notifications,
    errors,
    /** Records told of so far. */
    records: () => notifications.map(({ body }) => JSON.parse(body).Records[0]),
    async stop({ keep = false } = {}) {
      client.destroy();
      await close(late.server);
      await store.close();
      if (!keep) await rm(root, { recursive: true, force: true });
    },
  };
};
