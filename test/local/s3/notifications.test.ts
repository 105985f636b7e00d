import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { serveStore } from './serve-store.ts';
import { Bucket, useStore } from './use-store.ts';

const { served, put } = useStore();

describe('notifications', () => {
  test('tell of every new version, in the shape of S3', async () => {
    const { VersionId } = await put('told/红 花+1.txt', 'abc');
    const record = served().records().at(-1);
    expect(record).toMatchObject({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      eventName: 'ObjectCreated:Put',
      s3: {
        bucket: { name: 'reports', arn: 'arn:aws:s3:::reports' },
        object: {
          key: 'told/%E7%BA%A2+%E8%8A%B1%2B1.txt',
          versionId: VersionId,
          size: 3,
          eTag: '900150983cd24fb0d6963f7d28e17f72',
        },
      },
    });
  });

  test('have sequencers that grow', async () => {
    for (let index = 0; index < 20; index++) await put(`grow/${index % 3}`, String(index));
    const sequencers = served()
      .records()
      .map(({ s3 }) => s3.object.sequencer as string);
    expect(sequencers.length).toBeGreaterThanOrEqual(20);
    expect(new Set(sequencers.map(({ length }) => length))).toEqual(new Set([16]));
    expect([...sequencers].sort()).toEqual([...sequencers]);
  });
});

describe('a restart', () => {
  test('finds everything again, and tells what could not be told', async () => {
    const before = await serveStore({ queueDown: true });
    const { VersionId } = await before.client.send(
      new PutObjectCommand({ Bucket, Key: 'first', Body: 'first' }),
    );
    await before.stop({ keep: true });
    expect(before.notifications).toEqual([]);

    const after = await serveStore({ folder: before.root });
    const answer = await after.client.send(new GetObjectCommand({ Bucket, Key: 'first' }));
    expect(answer.VersionId).toBe(VersionId);
    expect(await answer.Body?.transformToString()).toBe('first');
    await after.client.send(new PutObjectCommand({ Bucket, Key: 'second', Body: 'second' }));
    const told = after.records().map(({ s3 }) => s3.object);
    expect(told.map(({ key }) => key)).toEqual(['first', 'second']);
    expect(told[1].sequencer > told[0].sequencer).toBe(true);
    await after.stop();
  });

  test('knows nothing of an upload whose bytes a power cut took before it was acknowledged', async () => {
    const before = await serveStore({ queueDown: true });
    for (const Key of ['whole', 'cut off', 'only zeros']) {
      await before.client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    }
    await before.stop({ keep: true });
    const folder = join(before.root, 'objects');
    const blobs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    );
    const blobOf = (key: string): string => blobs.find((path) => statSync(path).size === key.length) ?? '';
    truncateSync(blobOf('cut off'), 0);
    // Some file systems keep the length and lose the bytes.
    writeFileSync(blobOf('only zeros'), Buffer.alloc('only zeros'.length));

    const after = await serveStore({ folder: before.root });
    const read = (Key: string) => after.client.send(new GetObjectCommand({ Bucket, Key }));
    await expect(read('cut off')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(read('only zeros')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.length > 10,
    );
    expect(left).toHaveLength(1);
    expect(await (await read('whole')).Body?.transformToString()).toBe('whole');
    expect(after.records().map(({ s3 }) => s3.object.key)).toEqual(['whole']);
    await after.stop();
    expect(after.errors).toEqual([]);
  });
});
