import { randomBytes } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { S3mini } from 's3mini';
import { agencyOf, reportOf, sample, startMachine } from './machine.ts';

/** What this project did not write speaks to one machine: a validator to its API, an S3 client to its buckets. */
let machine: Awaited<ReturnType<typeof startMachine>>;
let s3: S3mini;
beforeAll(async () => {
  machine = await startMachine();
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = machine.local.s3;
  s3 = new S3mini({ endpoint: `${endpoint}/${bucket}`, region, accessKeyId, secretAccessKey });
}, 120_000);
afterAll(() => machine.stop());

test('the OpenAPI document that is served is valid, and its first path answers as it says', async () => {
  const { apiUrl } = machine.local;
  const answer = await fetch(`${apiUrl}/openapi.json`);
  const document = JSON.parse(await answer.text());
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('json')]);
  const validator = new Validator();
  const { valid, errors } = await validator.validate(document);
  expect(errors ?? []).toEqual([]);
  expect([valid, validator.version]).toEqual([true, '3.1']);
  const [server] = document.servers;
  expect((await fetch(new URL('reports', new URL(server.url, apiUrl)))).status).toBe(200);
});

test('a report that an S3 client puts becomes a record; it lists, reads back and deletes what it put', async () => {
  await s3.putObject('年报/第 1 份+.txt', await reportOf(1), 'text/plain');
  await s3.putObject('年报/2.docx', await sample('f1-official-2021.docx'));
  await machine.local.whenIdle();
  expect((await machine.records()).map(({ agency }) => agency)).toContain(agencyOf(1));

  const listed = await s3.listObjects('/', '年报/');
  expect(listed?.map(({ Key }) => Key)).toEqual(['年报/2.docx', '年报/第 1 份+.txt']);
  expect(await s3.getObject('年报/第 1 份+.txt')).toBe(await reportOf(1));
  expect(await s3.deleteObject('年报/2.docx')).toBeTruthy();
  expect(await s3.getObject('年报/2.docx')).toBeNull();
  // The record stays, and so does the version it was made from.
  expect(await machine.records()).toHaveLength(2);
});

test('what is put in parts is read back whole, also by a presigned link and by a range', async () => {
  const parts = [randomBytes(5 * 1024 * 1024), randomBytes(5 * 1024 * 1024), randomBytes(1000)];
  const id = await s3.getMultipartUploadId('large.bin');
  const done = await Promise.all(parts.map((part, index) => s3.uploadPart('large.bin', id, part, index + 1)));
  await s3.completeMultipartUpload('large.bin', id, done);
  const whole = Buffer.concat(parts);
  const read = await s3.getObjectArrayBuffer('large.bin');
  expect(Buffer.from(read ?? new ArrayBuffer(0)).equals(whole)).toBe(true);

  const link = await s3.getPresignedUrl('GET', 'large.bin', 60);
  const answer = await fetch(link, { headers: { Range: 'bytes=-1000' } });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([
    206,
    `bytes ${whole.length - 1000}-${whole.length - 1}/${whole.length}`,
  ]);
  expect(Buffer.from(await answer.arrayBuffer()).equals(parts[2] ?? Buffer.alloc(0))).toBe(true);
  await machine.local.whenIdle();
});

test('nothing failed on the way', () => expect(machine.errors).toEqual([]));
