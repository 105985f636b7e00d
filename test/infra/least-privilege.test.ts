import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { build as buildUploads } from '../../functions/accept-uploads/build.ts';
import type { ClientSettings } from '../../functions/client-options.ts';
import { build as buildProcess } from '../../functions/process-report/build.ts';
import { build as buildRead } from '../../functions/read-records/build.ts';
import { READ_ROUTES } from '../../functions/read-records/routes.ts';
import { build as buildRechecks } from '../../functions/recheck-records/build.ts';
import { build as buildReviews } from '../../functions/record-reviews/build.ts';
import { asker } from '../functions/ask.ts';
import { memoryBuckets } from '../functions/bucket.ts';
import { memoryBus } from '../functions/bus.ts';
import { batch, message, notification, PLENTY_OF_TIME } from '../functions/deliver.ts';
import { memoryQueue } from '../functions/queue.ts';
import { reportOf } from '../functions/reports.ts';
import { CREDENTIALS, startTable } from '../functions/table.ts';
import { bodyText, type WireRequest } from '../functions/wire.ts';
import { privilegesIn } from './privileges.ts';
import { resources } from './synthesized.ts';

const { environmentOf, allowedTo, demandExactly } = privilegesIn(resources);

/** Records which action on which resource each request of a function needs. */
const recorder = (table: DynamoDBClientConfig) => {
  const buckets = memoryBuckets();
  const bus = memoryBus();
  const queue = memoryQueue();
  const needed = new Set<string>();
  const dynamodb = new NodeHttpHandler();

  const onTable = (request: WireRequest): void => {
    const operation = request.headers['x-amz-target']?.split('.')[1];
    const { TableName, IndexName } = JSON.parse(bodyText(request)) as {
      TableName: string;
      IndexName?: string;
    };
    needed.add(`dynamodb:${operation} ${TableName}${IndexName ? `/index/${IndexName}` : ''}`);
  };
  const onBucket = ({ method, path, query }: Pick<WireRequest, 'method' | 'path' | 'query'>): void => {
    const action = method === 'PUT' ? 'PutObject' : query.versionId ? 'GetObjectVersion' : 'GetObject';
    needed.add(`s3:${action} ${decodeURIComponent(path.slice(1))}`);
  };
  const onBus = (request: WireRequest): void => {
    const { Entries } = JSON.parse(bodyText(request)) as { Entries: { EventBusName: string }[] };
    for (const { EventBusName } of Entries) needed.add(`events:PutEvents ${EventBusName}`);
  };
  const onQueue = (request: WireRequest): void => {
    const { QueueUrl } = JSON.parse(bodyText(request)) as { QueueUrl: string };
    needed.add(`sqs:SendMessage ${QueueUrl.split('/').at(-1)}`);
  };
  const watched = (handler: unknown, note: (request: WireRequest) => void) => {
    const inner = handler as { handle(request: unknown, options: unknown): Promise<unknown> };
    return {
      ...inner,
      metadata: { handlerProtocol: 'http/1.1' },
      destroy() {},
      handle(request: unknown, options: unknown) {
        note(request as WireRequest);
        return inner.handle(request, options);
      },
    } as never;
  };
  const clients: ClientSettings = {
    s3: { ...buckets.config, requestHandler: watched(buckets.config.requestHandler, onBucket) },
    dynamodb: {
      ...table,
      requestHandler: watched({ handle: dynamodb.handle.bind(dynamodb) }, onTable),
    },
    sqs: { ...queue.config, requestHandler: watched(queue.config.requestHandler, onQueue) },
    eventBridge: { ...bus.config, requestHandler: watched(bus.config.requestHandler, onBus) },
  };
  /** Calls so far, and forgets them. */
  const take = (): string[] => {
    const calls = [...needed];
    needed.clear();
    return calls;
  };
  return { clients, take, onBucket, objects: buckets.objects };
};

const PROCESS = 'functions/process-report/handler.ts';
const READ = 'functions/read-records/handler.ts';
const UPLOADS = 'functions/accept-uploads/handler.ts';
const REVIEWS = 'functions/record-reviews/handler.ts';
const RECHECKS = 'functions/recheck-records/handler.ts';
/** Held to its calls in `alerts.test.ts`, channel by channel. */
const NOTIFY = 'functions/notify/handler.ts';

test('every function may make exactly the calls that it makes, on exactly the resources', async () => {
  const table = await startTable(environmentOf(PROCESS).TABLE_NAME);
  try {
    const { clients, take, onBucket, objects } = recorder(table.config);
    const silent = (): void => {};
    const { UPLOADS_BUCKET: bucket = '' } = environmentOf(UPLOADS);

    const process = buildProcess(environmentOf(PROCESS), clients, silent);
    const deliver = async (key: string, versionId: string, content: string): Promise<void> => {
      objects.set(`${bucket}/${key}?${versionId}`, content);
      const body = notification({ bucket, key, versionId, sequencer: versionId.slice(1) });
      const answer = await process(batch(message(body), message(body)), PLENTY_OF_TIME);
      expect(answer.batchItemFailures).toEqual([]);
    };
    await deliver('a.txt', 'v1', reportOf('inconsistent', '甲局', 2021));
    await deliver('a.txt', 'v1', reportOf('inconsistent', '甲局', 2021));
    await deliver('b.txt', 'v1', 'no report');
    await deliver('c.txt', 'v1', reportOf('consistent', '甲局', 2022));
    demandExactly(PROCESS, take());

    const review = asker(buildReviews(environmentOf(REVIEWS), clients, silent));
    const read = asker(buildRead(environmentOf(READ), clients, silent));
    const report = `/reports/${encodeURIComponent('甲局')}/2021`;
    const { json: found } = await read(`${report}/findings`);
    take();
    const target = `${report}/reviews/${found.findings[0].fingerprint}`;
    expect((await review(target, { method: 'PUT', body: { verdict: 'confirmed' } })).status).toBe(200);
    expect((await review(target, { method: 'DELETE' })).status).toBe(204);
    demandExactly(REVIEWS, take());

    const { json: versions } = await read(`${report}/versions`);
    const [{ version }] = versions.items;
    const { json: rejected } = await read('/reports?verdict=rejected');
    for (const { path, status } of READ_ROUTES) {
      const filled = path
        .replace('/reports/{agency}/{year}', report)
        .replace('{agency}', encodeURIComponent('甲局'))
        .replace('/uploads/{id}', rejected.items[0].href)
        .replace(/changes$/, `changes?from=${version}&to=${version}`);
      const answer = await read(filled);
      expect([filled, answer.status]).toEqual([filled, status]);
      if (path.endsWith('/original')) {
        const link = new URL(answer.json.href);
        onBucket({ method: 'GET', path: link.pathname, query: Object.fromEntries(link.searchParams) });
      }
    }
    demandExactly(READ, take());

    const { QUEUE_URL: queue = '', ...others } = environmentOf(RECHECKS);
    const recheck = asker(
      buildRechecks(
        { ...others, QUEUE_URL: `https://sqs.cn-north-1.amazonaws.com.cn/0/${queue}` },
        clients,
        silent,
        {
          ruleSet: 99,
          reading: 99,
        },
      ),
    );
    const page = await recheck('/rechecks?from=source');
    expect([page.status, page.json.items.length]).toEqual([200, 3]);
    const applied = await recheck('/rechecks', { method: 'POST', body: {} });
    expect([applied.status, applied.json.queued]).toEqual([202, 2]);
    expect((await recheck(`/rechecks?agency=${encodeURIComponent('甲局')}`)).status).toBe(200);
    demandExactly(RECHECKS, take());

    const upload = asker(
      buildUploads(environmentOf(UPLOADS), { s3: { ...clients.s3, credentials: CREDENTIALS } }, silent),
    );
    const { json: form } = await upload('/uploads', { method: 'POST', body: { name: '年报.docx' } });
    onBucket({ method: 'PUT', path: `/${bucket}/${encodeURIComponent(form.fields.key)}`, query: {} });
    demandExactly(UPLOADS, take());
  } finally {
    await table.stop();
  }
});

test('no action has a wildcard, and no other role is in the stack', () => {
  const entries = [PROCESS, READ, UPLOADS, REVIEWS, RECHECKS, NOTIFY];
  for (const entry of entries)
    for (const each of allowedTo(entry)) expect(each.split(' ')[0]).not.toContain('*');
  const roles = Object.values(resources).filter(({ Type }) => Type === 'AWS::IAM::Role');
  const policies = Object.values(resources).filter(({ Type }) => Type === 'AWS::IAM::Policy');
  // The role of the backfill is held to its calls in a test of its own.
  expect([roles.length, policies.length]).toEqual([entries.length + 1, 0]);
  for (const { Properties } of roles) expect(Properties.ManagedPolicyArns).toBeUndefined();
});
