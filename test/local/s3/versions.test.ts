import { DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { Bucket, useStore } from './use-store.ts';

const { client, put, get, list } = useStore();

describe('versions', () => {
  test('are kept, the newest first, and a deletion is a marker', async () => {
    const first = await put('versioned', 'one');
    const second = await put('versioned', 'two');
    expect((await get('versioned', { VersionId: first.VersionId })).text).toBe('one');
    const marker = await client().send(new DeleteObjectCommand({ Bucket, Key: 'versioned' }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(get('versioned')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await list({ Prefix: 'versioned' })).toEqual([]);
    const all = await client().send(new ListObjectVersionsCommand({ Bucket, Prefix: 'versioned' }));
    expect(all.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true }]);
    expect(all.Versions).toMatchObject([
      { VersionId: second.VersionId, IsLatest: false },
      { VersionId: first.VersionId, IsLatest: false },
    ]);
    // The marker taken away, the version before it is current again.
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'versioned', VersionId: marker.VersionId }));
    expect((await get('versioned')).text).toBe('two');
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'versioned', VersionId: second.VersionId }));
    expect((await get('versioned')).text).toBe('one');
  });

  test('are listed page by page', async () => {
    for (let index = 0; index < 5; index++) await put('paged/a', String(index));
    await put('paged/b', 'b');
    const found: string[] = [];
    let markers = {};
    for (;;) {
      const page = await client().send(
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
