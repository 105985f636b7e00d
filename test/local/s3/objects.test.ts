import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketLifecycleCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { CREDENTIALS, serveStore } from './serve-store.ts';

let served: Awaited<ReturnType<typeof serveStore>>;
beforeAll(async () => {
  served = await serveStore();
});
afterAll(() => served.stop());

const Bucket = 'reports';
const put = (Key: string, Body: string | Buffer | Readable, more = {}) =>
  served.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = async (Key: string, more = {}) => {
  const answer = await served.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: await answer.Body?.transformToString() };
};
const list = async (more = {}) =>
  (await served.client.send(new ListObjectsV2Command({ Bucket, ...more }))).Contents?.map(({ Key }) => Key) ??
  [];
const status = (code: number) => ({ $metadata: expect.objectContaining({ httpStatusCode: code }) });

describe('an object', () => {
  test('comes back as it was put, with its headers and metadata', async () => {
    const { ETag, VersionId } = await put('年报/2023 报告.html', '<html>', {
      ContentType: 'text/html; charset=utf-8',
      Metadata: { source: 'office' },
    });
    const answer = await get('年报/2023 报告.html');
    expect(answer).toMatchObject({
      text: '<html>',
      ContentType: 'text/html; charset=utf-8',
      Metadata: { source: 'office' },
      ContentLength: 6,
      VersionId,
      ETag: `"${createHash('md5').update('<html>').digest('hex')}"`,
    });
    expect(answer.ETag).toBe(ETag);
  });

  test('may be empty', async () => {
    await put('empty', Buffer.alloc(0));
    expect(await get('empty')).toMatchObject({ text: '', ContentLength: 0 });
  });

  test('may be streamed, with a checksum in the trailer', async () => {
    const bytes = Buffer.from('0123456789'.repeat(30_000));
    const parts = Array.from({ length: 30 }, (_, index) =>
      bytes.subarray(index * 10_000, (index + 1) * 10_000),
    );
    const answer = await put('streamed', Readable.from(parts), {
      ContentLength: bytes.length,
      ChecksumAlgorithm: 'SHA256',
    });
    expect(answer.ChecksumSHA256).toBe(createHash('sha256').update(bytes).digest('base64'));
    expect((await get('streamed')).text).toBe(bytes.toString());
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'keeps its %s',
    async (ChecksumAlgorithm) => {
      await put('checked', '勾稽', { ChecksumAlgorithm });
      // The client computes the checksum of what it receives and compares.
      expect((await get('checked', { ChecksumMode: 'ENABLED' })).text).toBe('勾稽');
    },
  );

  test('is refused when its bytes are not those announced', async () => {
    await expect(put('bad', 'abc', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    await expect(put('bad', 'abc', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    expect(await list({ Prefix: 'bad' })).toEqual([]);
  });

  test('is refused when it is too large, before its bytes are read', async () => {
    await expect(put('large', Buffer.alloc(20_000_001))).rejects.toMatchObject({ name: 'EntityTooLarge' });
  });

  test('is read in part', async () => {
    await put('range', '0123456789');
    expect(await get('range', { Range: 'bytes=2-4' })).toMatchObject({
      text: '234',
      ContentRange: 'bytes 2-4/10',
    });
    expect((await get('range', { Range: 'bytes=-3' })).text).toBe('789');
    expect((await get('range', { Range: 'bytes=8-' })).text).toBe('89');
    await expect(get('range', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  test('is read on conditions', async () => {
    const { ETag } = await put('conditional', 'x');
    await expect(get('conditional', { IfNoneMatch: ETag })).rejects.toMatchObject(status(304));
    await expect(get('conditional', { IfMatch: '"other"' })).rejects.toMatchObject(status(412));
    expect((await get('conditional', { IfMatch: ETag })).text).toBe('x');
  });

  test('is not overwritten with If-None-Match: *, not even by two at the same time', async () => {
    const puts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => put('once', String(index), { IfNoneMatch: '*' })),
    );
    expect(puts.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of puts) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'PreconditionFailed' });
    }
  });

  test('is copied with its headers', async () => {
    await put('original', 'text', { ContentType: 'text/plain' });
    await served.client.send(
      new CopyObjectCommand({ Bucket, Key: 'copied', CopySource: `${Bucket}/original` }),
    );
    expect(await get('copied')).toMatchObject({ text: 'text', ContentType: 'text/plain' });
  });
});

describe('versions', () => {
  test('are kept, the newest first, and a deletion is a marker', async () => {
    const first = await put('versioned', 'one');
    const second = await put('versioned', 'two');
    expect((await get('versioned', { VersionId: first.VersionId })).text).toBe('one');
    const marker = await served.client.send(new DeleteObjectCommand({ Bucket, Key: 'versioned' }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(get('versioned')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await list({ Prefix: 'versioned' })).toEqual([]);
    const all = await served.client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'versioned' }));
    expect(all.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true }]);
    expect(all.Versions).toMatchObject([
      { VersionId: second.VersionId, IsLatest: false },
      { VersionId: first.VersionId, IsLatest: false },
    ]);
    // The marker taken away, the version before it is current again.
    await served.client.send(
      new DeleteObjectCommand({ Bucket, Key: 'versioned', VersionId: marker.VersionId }),
    );
    expect((await get('versioned')).text).toBe('two');
    await served.client.send(
      new DeleteObjectCommand({ Bucket, Key: 'versioned', VersionId: second.VersionId }),
    );
    expect((await get('versioned')).text).toBe('one');
  });

  test('are listed page by page', async () => {
    for (let index = 0; index < 5; index++) await put('paged/a', String(index));
    await put('paged/b', 'b');
    const found: string[] = [];
    let markers = {};
    for (;;) {
      const page = await served.client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: 'paged/', MaxKeys: 2, ...markers }),
      );
      found.push(...(page.Versions ?? []).map(({ Key, IsLatest }) => `${Key} ${IsLatest}`));
      if (!page.IsTruncated) break;
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
    expect(found).toEqual([
      'paged/a true',
      ...Array.from({ length: 4 }, () => 'paged/a false'),
      'paged/b true',
    ]);
  });
});

describe('a listing', () => {
  const keys = [
    'list/a&b.txt',
    'list/sub/1',
    'list/sub/2',
    'list/sub2/1',
    'list/文件',
    'list/\u{1F600}',
    'list/~',
  ];
  beforeAll(async () => {
    for (const key of keys) await put(key, 'x');
  });

  test('is in the order of UTF-8 bytes', async () => {
    const sorted = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(await list({ Prefix: 'list/' })).toEqual(sorted);
  });

  test('rolls up what has a delimiter, over pages too', async () => {
    for (const MaxKeys of [1, 2, 3, 1000]) {
      const found: (string | undefined)[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await served.client.send(
          new ListObjectsV2Command({ Bucket, Prefix: 'list/', Delimiter: '/', MaxKeys, ContinuationToken }),
        );
        expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
        found.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
        found.push(...(page.Contents ?? []).map(({ Key }) => Key));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      expect(new Set(found)).toEqual(
        new Set(['list/sub/', 'list/sub2/', 'list/a&b.txt', 'list/文件', 'list/\u{1F600}', 'list/~']),
      );
      expect(found).toHaveLength(6);
    }
  });

  test('also comes as old clients ask for it', async () => {
    const first = await served.client.send(new ListObjectsCommand({ Bucket, Prefix: 'list/', MaxKeys: 3 }));
    const second = await served.client.send(
      new ListObjectsCommand({ Bucket, Prefix: 'list/', Marker: first.NextMarker }),
    );
    expect([...(first.Contents ?? []), ...(second.Contents ?? [])]).toHaveLength(keys.length);
  });

  test('starts behind a key', async () => {
    expect(await list({ Prefix: 'list/', StartAfter: 'list/文件' })).toEqual(['list/\u{1F600}']);
  });
});

describe('the bucket', () => {
  test('tells of itself', async () => {
    const { client } = served;
    expect((await client.send(new ListBucketsCommand())).Buckets).toMatchObject([{ Name: 'reports' }]);
    expect(await client.send(new HeadBucketCommand({ Bucket }))).toMatchObject(status(200));
    expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    expect((await client.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeFalsy();
    await expect(client.send(new HeadBucketCommand({ Bucket: 'other' }))).rejects.toMatchObject(status(404));
    await expect(client.send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    });
  });

  test('deletes many objects at once', async () => {
    for (const key of ['many/1', 'many/2', 'many/3']) await put(key, 'x');
    const { Deleted } = await served.client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'many/1' }, { Key: 'many/3' }] } }),
    );
    expect(Deleted).toHaveLength(2);
    expect(await list({ Prefix: 'many/' })).toEqual(['many/2']);
  });

  test('refuses what it does not do, and destroys nothing by it', async () => {
    await put('kept', 'kept');
    const refused = [
      new PutObjectTaggingCommand({ Bucket, Key: 'kept', Tagging: { TagSet: [] } }),
      new DeleteBucketLifecycleCommand({ Bucket }),
      new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }),
      new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x', Tagging: 'a=b' }),
      new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x', ACL: 'public-read' }),
      new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x', StorageClass: 'GLACIER' }),
    ];
    for (const command of refused) {
      await expect(served.client.send(command as PutObjectCommand)).rejects.toMatchObject({
        name: 'NotImplemented',
      });
    }
    expect((await get('kept')).text).toBe('kept');
  });
});

describe('keys', () => {
  test('never become file names', async () => {
    for (const key of ['../../escape', '/etc/passwd', 'a/../../b', '..', 'con', 'x'.repeat(1024)]) {
      const answer = await fetchSigned(key);
      expect(answer).toBe(key);
    }
    const files = await readdir(join(served.root, 'objects'), { recursive: true });
    for (const file of files) expect(file).toMatch(/^(staging|[0-9a-f]{2}(\/[0-9a-f]{32})?)$/);
  });

  test('have at most 1,024 bytes', async () => {
    await expect(put('x'.repeat(1025), 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  const fetchSigned = async (key: string): Promise<string | undefined> => {
    await put(key, key);
    return (await get(key)).text;
  };
});

describe('notifications', () => {
  test('tell of every new version, in the shape of S3', async () => {
    const { VersionId } = await put('told/红 花+1.txt', 'abc');
    const record = served.records().at(-1);
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

  test('have sequencers that grow', () => {
    const sequencers = served.records().map(({ s3 }) => s3.object.sequencer as string);
    expect(sequencers.length).toBeGreaterThan(20);
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
});

test('no request made this program fail', () => {
  expect(served.errors).toEqual([]);
});

test('the credentials are not in any answer', async () => {
  const answer = await fetch(`${served.endpoint}/reports`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain(CREDENTIALS.accessKeyId);
});

test('the bytes on disk are those of the object', async () => {
  await put('on-disk', 'these bytes');
  const version = await served.store.index.current('reports', 'on-disk');
  const blob = version?.content.blob ?? '';
  expect(await readFile(join(served.root, 'objects', blob.slice(0, 2), blob), 'utf8')).toBe('these bytes');
});
