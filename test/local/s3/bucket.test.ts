import {
  CreateBucketCommand,
  DeleteBucketLifecycleCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { CREDENTIALS } from './serve-store.ts';
import { Bucket, useStore } from './use-store.ts';

const { served, client, put, get, list } = useStore();

const status = (code: number) => ({ $metadata: expect.objectContaining({ httpStatusCode: code }) });

describe('the bucket', () => {
  test('tells of itself', async () => {
    expect((await client().send(new ListBucketsCommand())).Buckets).toMatchObject([{ Name: 'reports' }]);
    expect(await client().send(new HeadBucketCommand({ Bucket }))).toMatchObject(status(200));
    expect((await client().send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    expect((await client().send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeFalsy();
    await expect(client().send(new HeadBucketCommand({ Bucket: 'other' }))).rejects.toMatchObject(
      status(404),
    );
    await expect(client().send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
    });
  });

  test('deletes many objects at once', async () => {
    for (const key of ['many/1', 'many/2', 'many/3']) await put(key, 'x');
    const { Deleted } = await client().send(
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
      await expect(client().send(command as PutObjectCommand)).rejects.toMatchObject({
        name: 'NotImplemented',
      });
    }
    expect((await get('kept')).text).toBe('kept');
  });
});

test('the credentials are not in any answer', async () => {
  const answer = await fetch(`${served().endpoint}/reports`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain(CREDENTIALS.accessKeyId);
});
