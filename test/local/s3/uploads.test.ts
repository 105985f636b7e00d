import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { serveStore } from './serve-store.ts';

let served: Awaited<ReturnType<typeof serveStore>>;
beforeAll(async () => {
  served = await serveStore();
});
afterAll(() => served.stop());

const Bucket = 'reports';
const textOf = async (Key: string): Promise<string | undefined> =>
  (await served.client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

describe('an upload in parts', () => {
  const MIB = 1024 * 1024;
  const begin = async (Key: string) => {
    const { UploadId } = await served.client.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'application/pdf' }),
    );
    const part = async (PartNumber: number, Body: Buffer) => {
      const { ETag } = await served.client.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
      );
      return { ETag, PartNumber };
    };
    const complete = (Parts: { ETag: string | undefined; PartNumber: number }[]) =>
      served.client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
    return { UploadId, part, complete };
  };

  test('is one object when it is completed, and is told of once', async () => {
    const [first, second] = [randomBytes(5 * MIB), randomBytes(1000)];
    const { UploadId, part, complete } = await begin('parts');
    const parts = [await part(1, randomBytes(10)), await part(2, second)];
    parts[0] = await part(1, first);
    const listed = await served.client.send(new ListPartsCommand({ Bucket, Key: 'parts', UploadId }));
    expect(listed.Parts).toMatchObject([{ Size: 5 * MIB }, { Size: 1000 }]);
    const { ETag } = await complete(parts);
    expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const answer = await served.client.send(new GetObjectCommand({ Bucket, Key: 'parts' }));
    expect(answer.ContentType).toBe('application/pdf');
    const bytes = Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
    expect(bytes.equals(Buffer.concat([first, second]))).toBe(true);
    expect(served.records().map(({ eventName }) => eventName)).toEqual([
      'ObjectCreated:CompleteMultipartUpload',
    ]);
  });

  test('may copy its parts, or ranges, from objects', async () => {
    const source = randomBytes(6 * MIB);
    await served.client.send(new PutObjectCommand({ Bucket, Key: 'source 源', Body: source }));
    const { UploadId, complete } = await begin('of copies');
    const copy = async (PartNumber: number, CopySourceRange?: string) => {
      const { CopyPartResult } = await served.client.send(
        new UploadPartCopyCommand({
          Bucket,
          Key: 'of copies',
          UploadId,
          PartNumber,
          CopySource: encodeURIComponent(`${Bucket}/source 源`),
          CopySourceRange,
        }),
      );
      return { ETag: CopyPartResult?.ETag, PartNumber };
    };
    const beyond = copy(3, 'bytes=10-99999999');
    await expect(beyond).rejects.toMatchObject({ name: 'InvalidRange' });
    await complete([await copy(1), await copy(2, 'bytes=10-19')]);
    const answer = await served.client.send(new GetObjectCommand({ Bucket, Key: 'of copies' }));
    const bytes = Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
    expect(bytes.equals(Buffer.concat([source, source.subarray(10, 20)]))).toBe(true);
  });

  test('is refused with a part that is missing, too small or out of order', async () => {
    const { part, complete } = await begin('wrong');
    const one = await part(1, randomBytes(10));
    const two = await part(2, randomBytes(10));
    await expect(complete([{ ...one, ETag: '"00"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete([one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete([two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  });

  test('leaves nothing when it is aborted', async () => {
    const { UploadId } = await begin('aborted');
    const uploads = () => served.client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: 'aborted' }));
    expect((await uploads()).Uploads).toHaveLength(1);
    await served.client.send(new AbortMultipartUploadCommand({ Bucket, Key: 'aborted', UploadId }));
    expect((await uploads()).Uploads).toBeUndefined();
    await expect(
      served.client.send(new ListPartsCommand({ Bucket, Key: 'aborted', UploadId })),
    ).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe('a presigned URL', () => {
  test('puts and gets without credentials', async () => {
    const command = new PutObjectCommand({ Bucket, Key: '预签名.txt', ContentType: 'text/plain' });
    const url = await getSignedUrl(served.client, command, { expiresIn: 60 });
    const put = await fetch(url, { method: 'PUT', body: '内容', headers: { 'Content-Type': 'text/plain' } });
    expect(put.status).toBe(200);
    const read = await getSignedUrl(
      served.client,
      new GetObjectCommand({ Bucket, Key: '预签名.txt', ResponseContentDisposition: 'attachment' }),
    );
    const got = await fetch(read);
    expect(await got.text()).toBe('内容');
    expect(got.headers.get('content-disposition')).toBe('attachment');
  });

  test('is good for its own method and key alone', async () => {
    const url = await getSignedUrl(served.client, new GetObjectCommand({ Bucket, Key: '预签名.txt' }));
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(url.replace('.txt', '.pdf'))).status).toBe(403);
  });

  test('carries metadata in its query', async () => {
    const command = new PutObjectCommand({ Bucket, Key: 'hoisted', Metadata: { by: 'office' } });
    await fetch(await getSignedUrl(served.client, command), { method: 'PUT', body: 'x' });
    const { Metadata } = await served.client.send(new HeadObjectCommand({ Bucket, Key: 'hoisted' }));
    expect(Metadata).toEqual({ by: 'office' });
  });
});

describe('a form', () => {
  const post = async (file: Blob, changes: Record<string, string> = {}, expires = 60) => {
    const { url, fields } = await createPresignedPost(served.client, {
      Bucket,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the S3 protocol
      Key: 'posted/${filename}',
      Conditions: [
        ['content-length-range', 1, 1000],
        ['starts-with', '$Content-Type', 'text/'],
      ],
      Fields: { 'Content-Type': 'text/plain' },
      Expires: expires,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value);
    form.append('file', file, '报告.txt');
    const answer = await fetch(url, { method: 'POST', body: form });
    return { status: answer.status, text: await answer.text() };
  };

  test('puts a file within the bounds of its policy', async () => {
    expect(await post(new Blob(['正文']))).toMatchObject({ status: 204 });
    expect(await textOf('posted/报告.txt')).toBe('正文');
    expect(served.records().at(-1)).toMatchObject({ eventName: 'ObjectCreated:Post' });
  });

  test('is refused outside of them', async () => {
    expect((await post(new Blob(['x'.repeat(1001)]))).text).toContain('EntityTooLarge');
    expect((await post(new Blob([]))).text).toContain('EntityTooSmall');
    expect((await post(new Blob(['x']), { 'Content-Type': 'image/png' })).status).toBe(403);
    expect((await post(new Blob(['x']), { acl: 'public-read' })).text).toContain('Extra input fields');
    expect((await post(new Blob(['x']), { 'X-Amz-Signature': '0'.repeat(64) })).text).toContain(
      'SignatureDoesNotMatch',
    );
    expect((await post(new Blob(['x']), {}, -1)).text).toContain('expired');
  });

  test('may carry metadata in Chinese, which comes back encoded (RFC 2047)', async () => {
    const fields = { 'x-amz-meta-by': '张三', 'Content-Disposition': 'attachment; filename="报告.txt"' };
    const form = await createPresignedPost(served.client, {
      Bucket,
      Key: 'chinese',
      Fields: fields,
      Conditions: Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    });
    const data = new FormData();
    for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
    data.append('file', new Blob(['x']), 'a.txt');
    expect((await fetch(form.url, { method: 'POST', body: data })).status).toBe(204);
    const { Metadata } = await served.client.send(new GetObjectCommand({ Bucket, Key: 'chinese' }));
    expect(Metadata).toEqual({ by: '=?UTF-8?B?5byg5LiJ?=' });
  });

  test('without a policy is refused', async () => {
    const form = new FormData();
    form.append('key', 'free');
    form.append('file', new Blob(['x']));
    expect((await fetch(`${served.endpoint}/${Bucket}`, { method: 'POST', body: form })).status).toBe(403);
  });
});

test('no request made this program fail', () => {
  expect(served.errors).toEqual([]);
});
