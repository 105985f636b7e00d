import {
  CopyObjectCommand,
  DeleteObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { templateLookup } from '../../local/template/lookup.ts';
import { resolver } from '../../local/template/resolve.ts';
import { resources } from '../infra/synthesized.ts';
import { agencyOf, reportOf, startMachine } from './machine.ts';
import { type Call, runStateMachine } from './run-state-machine.ts';

let lost = false;
let machine: Awaited<ReturnType<typeof startMachine>>;
let sqs: SQSClient;
beforeAll(async () => {
  machine = await startMachine({ faults: { notify: async (_, send) => (lost ? undefined : send()) } });
  const { s3, queue } = machine.local;
  sqs = new SQSClient({
    endpoint: queue.endpoint,
    region: s3.region,
    credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
  });
}, 120_000);
afterAll(async () => {
  sqs.destroy();
  await machine.stop();
});

/** The deployed definition, its references those of this machine. */
const definition = () => {
  const lookup = templateLookup(
    { Resources: resources, Parameters: {} },
    { apiUrl: machine.local.apiUrl, servicesUrl: machine.local.queue.endpoint },
  );
  const [found] = Object.values(resources).filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
  return JSON.parse(String(resolver(lookup)(found?.Properties.DefinitionString)));
};

/** Step Functions' own listing tells times in seconds; its calls of the SDK, as text without fractions. */
const listEvery = async (input: { Bucket: string; Prefix: string }): Promise<unknown[]> => {
  const items: unknown[] = [];
  let page: ListObjectsV2CommandOutput | undefined;
  do {
    page = await machine.s3.send(
      new ListObjectsV2Command({ ...input, ContinuationToken: page?.NextContinuationToken }),
    );
    for (const { Key, Size, ETag, LastModified } of page.Contents ?? [])
      items.push({ Key, Size, Etag: ETag, LastModified: Math.floor(Number(LastModified) / 1000) });
  } while (page.NextContinuationToken);
  return items;
};

const call: Call = async (name, input) => {
  const send = (): Promise<unknown> => {
    if (name === 's3:listObjectsV2') return listEvery(input as never);
    if (name === 'aws-sdk:s3:listObjectsV2') return machine.s3.send(new ListObjectsV2Command(input as never));
    if (name === 'aws-sdk:s3:listObjectVersions')
      return machine.s3.send(new ListObjectVersionsCommand(input as never));
    if (name === 'aws-sdk:s3:copyObject') return machine.s3.send(new CopyObjectCommand(input as never));
    if (name === 'aws-sdk:sqs:sendMessage') return sqs.send(new SendMessageCommand(input as never));
    throw new Error(`no call ${name}`);
  };
  return JSON.parse(JSON.stringify(await send()).replace(/\.\d{3}Z"/g, 'Z"'));
};

/** What became of each object, by its key. */
const backfill = async (input: object): Promise<Record<string, string>> => {
  const results = (await runStateMachine(definition(), input, call)) as { key: string; outcome: string }[][];
  return Object.fromEntries(results.flat().map(({ key, outcome }) => [key, outcome]));
};

const agencies = async (): Promise<string[]> => (await machine.records()).map(({ agency }) => agency);

test('a prefix of the bucket of uploads is queued; what was recorded is not announced again', async () => {
  await machine.put('early/known.txt', await reportOf(1));
  await machine.local.whenIdle();
  lost = true;
  await machine.put('early/新 + 旧.txt', await reportOf(2));
  await machine.put('early/folder/', '');
  await machine.put('other/elsewhere.txt', await reportOf(3));
  lost = false;
  const announced = await machine.events('report.recorded.v1');

  expect(await backfill({ prefix: 'early/' })).toEqual({
    'early/known.txt': 'queued',
    'early/新 + 旧.txt': 'queued',
  });
  await machine.local.whenIdle();
  expect(await agencies()).toEqual([agencyOf(1), agencyOf(2)]);
  expect(await machine.events('report.recorded.v1')).toHaveLength(announced.length + 1);
});

test('another bucket is copied once; what changed there since is copied again', async () => {
  // Any other bucket of this machine will do.
  const { Buckets = [] } = await machine.s3.send(new ListBucketsCommand({}));
  const Bucket = Buckets.map(({ Name }) => Name ?? '').find((name) => name.includes('log')) ?? '';
  const put = async (Key: string, number: number): Promise<void> =>
    void (await machine.s3.send(new PutObjectCommand({ Bucket, Key, Body: await reportOf(number) })));
  for (let number = 10; number < 63; number++) await put(`年 报/${number}.txt`, number);
  const order = { bucket: Bucket, prefix: '年 报/', into: 'backfill/' };

  const first = await backfill(order);
  expect([Object.keys(first).length, new Set(Object.values(first))]).toEqual([53, new Set(['copied'])]);
  await machine.local.whenIdle();
  expect(await agencies()).toHaveLength(55);

  await new Promise((done) => setTimeout(done, 1100));
  await put('年 报/10.txt', 99);
  const again = await backfill(order);
  expect(Object.entries(again).filter(([, outcome]) => outcome !== 'already there')).toEqual([
    ['年 报/10.txt', 'copied'],
  ]);
  await machine.local.whenIdle();
  expect(await agencies()).toContain(agencyOf(99));
  expect(machine.local.deadLetters()).toBe(0);
}, 120_000);

test('an object that was deleted meanwhile is told of, and no failure', async () => {
  await machine.put('gone.txt', 'x');
  const { ItemProcessor } = definition().States['Every object'];
  await machine.s3.send(
    new DeleteObjectCommand({
      Bucket: machine.local.s3.bucket,
      Key: 'gone.txt',
    }),
  );
  const item = { Key: 'gone.txt', LastModified: 0 };
  const batch = { Items: [item], BatchInput: { bucket: machine.local.s3.bucket, into: '' } };
  expect(await runStateMachine(ItemProcessor, batch, call)).toEqual([{ key: 'gone.txt', outcome: 'gone' }]);
});
