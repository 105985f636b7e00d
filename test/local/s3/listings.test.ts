import { ListObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { Bucket, useStore } from './use-store.ts';

const { client, put, list } = useStore();

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
        const page = await client().send(
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
    const first = await client().send(new ListObjectsCommand({ Bucket, Prefix: 'list/', MaxKeys: 3 }));
    const second = await client().send(
      new ListObjectsCommand({ Bucket, Prefix: 'list/', Marker: first.NextMarker }),
    );
    expect([...(first.Contents ?? []), ...(second.Contents ?? [])]).toHaveLength(keys.length);
  });

  test('starts behind a key', async () => {
    expect(await list({ Prefix: 'list/', StartAfter: 'list/文件' })).toEqual(['list/\u{1F600}']);
  });
});
