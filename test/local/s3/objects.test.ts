import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CopyObjectCommand, DeleteObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { Bucket, useStore } from './use-store.ts';

const { served, client, put, get, list } = useStore();

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

  test('is refused under a header that HTTP cannot carry', async () => {
    await put('override', 'x');
    const ResponseContentDisposition = 'attachment; filename="报告.txt"';
    await expect(get('override', { ResponseContentDisposition })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });

  test('is deleted with If-Match only while it is what the client knows', async () => {
    const { ETag } = await put('guarded', 'x');
    const remove = (IfMatch: string | undefined) =>
      client().send(new DeleteObjectCommand({ Bucket, Key: 'guarded', IfMatch }));
    const removeMany = (etag: string | undefined) =>
      client().send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'guarded', ETag: etag }] } }),
      );
    await expect(remove('"other"')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect((await removeMany('"other"')).Errors).toMatchObject([{ Code: 'PreconditionFailed' }]);
    expect((await get('guarded')).text).toBe('x');
    expect((await removeMany(ETag)).Deleted).toMatchObject([{ Key: 'guarded', DeleteMarker: true }]);
    const again = await put('guarded', 'y');
    expect((await remove(again.ETag)).DeleteMarker).toBe(true);
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
    await client().send(new CopyObjectCommand({ Bucket, Key: 'copied', CopySource: `${Bucket}/original` }));
    expect(await get('copied')).toMatchObject({ text: 'text', ContentType: 'text/plain' });
  });
});

describe('keys', () => {
  test('never become file names', async () => {
    for (const key of ['../../escape', '/etc/passwd', 'a/../../b', '..', 'con', 'x'.repeat(1024)]) {
      const answer = await fetchSigned(key);
      expect(answer).toBe(key);
    }
    const files = await readdir(join(served().root, 'objects'), { recursive: true });
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

test('the bytes on disk are those of the object', async () => {
  await put('on-disk', 'these bytes');
  const version = await served().store.index.current('reports', 'on-disk');
  const blob = version?.content.blob ?? '';
  expect(await readFile(join(served().root, 'objects', blob.slice(0, 2), blob), 'utf8')).toBe('these bytes');
});
