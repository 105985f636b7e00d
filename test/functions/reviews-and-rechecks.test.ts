import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { build as buildRead } from '../../functions/read-records/build.ts';
import { build as buildRechecks } from '../../functions/recheck-records/build.ts';
import { build as buildReviews } from '../../functions/record-reviews/build.ts';
import type { Versions } from '../../functions/versions.ts';
import { UNDATED } from '../../shared/records/identity.ts';
import { currentKey } from '../../shared/records/table-keys.ts';
import { asker } from './ask.ts';
import { carrying } from './carrying.ts';
import { batch, message, PLENTY_OF_TIME } from './deliver.ts';
import { stage } from './process-report/stage.ts';
import { memoryQueue } from './queue.ts';
import { reportOf, undated } from './reports.ts';
import { startTable, TABLE_NAME } from './table.ts';

const ENVIRONMENT = {
  TABLE_NAME,
  RECORDS_BUCKET: 'documents',
  CURSOR_KEY: 'a secret of more than sixteen characters',
  QUEUE_URL: 'https://sqs.cn-north-1.amazonaws.com.cn/0/uploads',
};

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

/** Everything behind the API on one storage, table and queue. */
const setUp = () => {
  const scene = stage(table);
  const queue = memoryQueue();
  const clients = { s3: scene.config.s3, dynamodb: table.config, sqs: queue.config };
  const silent = (): void => {};
  const upload = async (key: string, number: number, content: string): Promise<void> => {
    const version = { key, versionId: `v${number}`, sequencer: String(number).padStart(2, '0') };
    scene.put(version, content);
    expect(await scene.deliver(version)).toBe(true);
  };
  /** Delivers what was ordered; the handler may be a newer one than that of the uploads. */
  const work = async (handler = scene.handler): Promise<void> => {
    for (const order of queue.orders.splice(0)) {
      const answer = await handler(batch(message(JSON.stringify(order))), PLENTY_OF_TIME);
      expect(answer.batchItemFailures).toEqual([]);
    }
  };
  return {
    ...scene,
    upload,
    work,
    queue,
    read: asker(buildRead(ENVIRONMENT, clients, silent)),
    review: asker(buildReviews(ENVIRONMENT, clients, silent)),
    recheck: (versions?: Versions) => asker(buildRechecks(ENVIRONMENT, clients, silent, versions)),
    handlerWith: (versions: Versions) =>
      stage(table, undefined, undefined, undefined, scene, versions).handler,
  };
};

/** Makes a record as rules of then would have left it that did not see what the present ones see. */
const forget = async (
  agency: string,
  objects: Map<string, Uint8Array | string>,
  year = 2024,
): Promise<void> => {
  const { Attributes } = await DynamoDBDocumentClient.from(table.client).send(
    new UpdateCommand({
      TableName: TABLE_NAME,
      Key: { ...currentKey(agency, year) },
      UpdateExpression: 'SET verdict = :verdict, findings = :none, counts.findings = :counts',
      ExpressionAttributeValues: {
        ':verdict': 'consistent',
        ':none': [],
        ':counts': { error: 0, warning: 0, info: 0 },
      },
      ReturnValues: 'ALL_NEW',
    }),
  );
  const key = `documents/${Attributes?.document}`;
  const document = JSON.parse(String(objects.get(key)));
  objects.set(key, JSON.stringify({ ...document, verdict: 'consistent', findings: [] }));
};

const path = (agency: string, part = '', year = 2024): string =>
  `/reports/${encodeURIComponent(agency)}/${year}${part}`;

interface Shown {
  readonly severity: string;
  readonly fingerprint: string;
  readonly review?: { readonly verdict: string };
}

describe('a review', () => {
  test('outlives later checks, silences the alert they would raise, and lapses when the values change', async () => {
    const agency = '戊县第1局';
    const { upload, read, review, events } = setUp();
    await upload('2024.txt', 1, carrying({ agency, year: 2024, over: 0, forward: 0 }));
    await upload('2023.txt', 1, carrying({ agency, year: 2023, over: 0, forward: 3 }));
    const { json } = await read(path(agency, '/findings'));
    const errors = (json.findings as Shown[]).filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(2);
    for (const { fingerprint } of errors) {
      const { status } = await review(path(agency, `/reviews/${fingerprint}`), {
        method: 'PUT',
        body: { verdict: 'dismissed', reason: '去年的年报有误，已更正', by: '李四' },
      });
      expect(status).toBe(200);
    }

    // The year before is mended and then put back: the same finding comes again, and nobody is told twice.
    await upload('2023.txt', 2, carrying({ agency, year: 2023, over: 0, forward: 0 }));
    expect((await read(path(agency))).json).toMatchObject({ verdict: 'consistent' });
    events.length = 0;
    await upload('2023.txt', 3, carrying({ agency, year: 2023, over: 0, forward: 3 }));
    expect(events.map(({ type }) => type)).not.toContain('report.inconsistent.v1');
    const { json: report } = await read(path(agency));
    expect(report).toMatchObject({ verdict: 'inconsistent', review: { openErrors: 0, dismissed: 2 } });
    const { json: again } = await read(path(agency, '/findings'));
    expect((again.findings as Shown[]).flatMap((each) => each.review?.verdict ?? [])).toEqual([
      'dismissed',
      'dismissed',
    ]);

    // Another number is another finding.
    await upload('2023.txt', 4, carrying({ agency, year: 2023, over: 0, forward: 4 }));
    expect(events.map(({ type }) => type)).toContain('report.inconsistent.v1');
    expect((await read(path(agency))).json.review).toMatchObject({ openErrors: 2, dismissed: 0 });
  });

  test('names who made it where the gateway does not know', async () => {
    const agency = '戊县第2局';
    const { upload, read, review } = setUp();
    await upload('a.txt', 1, reportOf('inconsistent', agency, 2024));
    const { json } = await read(path(agency, '/findings'));
    const target = path(agency, `/reviews/${json.findings[0].fingerprint}`);
    const put = async (asking: { by?: string; caller?: string }) => {
      const { by, ...rest } = asking;
      const body = { verdict: 'confirmed', ...(by && { by }) };
      return (await review(target, { method: 'PUT', body, ...rest })).json.by;
    };
    expect(await put({ by: '王五' })).toBe('王五');
    expect(await put({ by: '王五', caller: 'zhang.san' })).toBe('zhang.san');
    expect(await put({})).toBe('unnamed');
  });
});

describe('checking again', () => {
  const NEWER = { ruleSet: 9, reading: 1 };

  test('under rules that say the same notes the rules, and tells nobody', async () => {
    const agency = '己县第1局';
    const { upload, recheck, work, read, events, handlerWith } = setUp();
    await upload('a.txt', 1, reportOf('inconsistent', agency, 2024));
    events.length = 0;
    const filter = `agency=${encodeURIComponent(agency)}`;
    const { json: preview } = await recheck(NEWER)(`/rechecks?${filter}`);
    expect(preview).toMatchObject({ queued: 0, items: [{ changed: false, due: true, ruleSet: { to: 9 } }] });
    const { json: applied } = await recheck(NEWER)('/rechecks', { method: 'POST', body: { agency } });
    expect(applied.queued).toBe(1);
    await work(handlerWith(NEWER));
    expect((await read(path(agency))).json).toMatchObject({ ruleSet: 9, verdict: 'inconsistent' });
    expect((await read(path(agency, '/versions'))).json.items).toMatchObject([{ ruleSet: 9, current: true }]);
    expect(events).toEqual([]);
    expect((await recheck(NEWER)(`/rechecks?${filter}`)).json.items).toMatchObject([{ due: false }]);
  });

  test('tells what changed before it is announced, then announces it once, under one id', async () => {
    const agency = '己县第2局';
    const scene = setUp();
    const { upload, recheck, work, read, events, objects, queue, handlerWith } = scene;
    await upload('a.txt', 1, reportOf('inconsistent', agency, 2024));
    await forget(agency, objects);
    events.length = 0;

    const { json } = await recheck(NEWER)(`/rechecks?agency=${encodeURIComponent(agency)}`);
    expect(json.items).toMatchObject([
      { verdict: { from: 'consistent', to: 'inconsistent' }, changed: true, due: true, resolved: [] },
    ]);
    expect((json.items[0].introduced as Shown[]).filter(({ severity }) => severity === 'error')).toHaveLength(
      5,
    );
    expect([events, queue.orders]).toEqual([[], []]);

    for (let time = 0; time < 2; time++) {
      await recheck(NEWER)('/rechecks', { method: 'POST', body: { agency } });
      await work(handlerWith(NEWER));
    }
    expect((await read(path(agency))).json).toMatchObject({ ruleSet: 9, verdict: 'inconsistent' });
    expect(events.map(({ type, data }) => [type, data.ruleSet])).toEqual([
      ['report.recorded.v1', 9],
      ['report.inconsistent.v1', 9],
    ]);
  });

  test('of a report without a year stands, is announced once, and is then no longer due', async () => {
    const agency = '己县第5局';
    const { upload, recheck, work, read, events, objects, handlerWith } = setUp();
    await upload('a.txt', 1, undated('inconsistent', agency));
    expect((await read(`/reports/${encodeURIComponent(agency)}/undated`)).json.year).toBeNull();
    await forget(agency, objects, UNDATED);
    events.length = 0;

    for (let time = 0; time < 2; time++) {
      await recheck(NEWER)('/rechecks', { method: 'POST', body: { agency } });
      await work(handlerWith(NEWER));
    }
    const { json } = await read(`/reports/${encodeURIComponent(agency)}/undated`);
    expect(json).toMatchObject({ ruleSet: 9, verdict: 'inconsistent' });
    expect(events.map(({ type, data }) => [type, data.ruleSet])).toEqual([
      ['report.recorded.v1', 9],
      ['report.inconsistent.v1', 9],
    ]);
    const { json: preview } = await recheck(NEWER)(`/rechecks?agency=${encodeURIComponent(agency)}`);
    expect(preview.items).toMatchObject([{ due: false }]);
  });

  test('and the same upload read again under the same rules and year before is one check: one id tells of it', async () => {
    const agency = '己县第6局';
    const { upload, recheck, work, queue, events, objects, handlerWith } = setUp();
    await upload('2023.txt', 1, carrying({ agency, year: 2023, over: 0, forward: 3 }));
    await upload('2024.txt', 1, carrying({ agency, year: 2024, over: 0, forward: 0 }));
    await forget(agency, objects);
    events.length = 0;

    await recheck(NEWER)('/rechecks', { method: 'POST', body: { agency } });
    await work(handlerWith(NEWER));
    const object = {
      bucket: 'uploads',
      key: '2024.txt',
      versionId: 'v1',
      uploadedAt: '2025-01-20T08:00:00.000Z',
    };
    queue.orders.push({ order: 'reread', object });
    await work(handlerWith(NEWER));
    const alerts = events.filter(({ type }) => type === 'report.inconsistent.v1');
    expect(new Set(alerts.map(({ id, data }) => `${id} ${data.ruleSet}`)).size).toBe(1);
  });

  test('an order for an upload that was replaced since does nothing', async () => {
    const agency = '己县第3局';
    const { upload, recheck, work, read, handlerWith } = setUp();
    await upload('a.txt', 1, reportOf('inconsistent', agency, 2024));
    await recheck(NEWER)('/rechecks', { method: 'POST', body: { agency } });
    await upload('a.txt', 2, reportOf('consistent', agency, 2024));
    await work(handlerWith(NEWER));
    expect((await read(path(agency))).json).toMatchObject({ ruleSet: 1, verdict: 'consistent' });
  });

  test('from the source reads the original again when the readers moved on', async () => {
    const agency = '己县第4局';
    const versions = { ruleSet: 1, reading: 2 };
    const { upload, recheck, work, read, events, handlerWith } = setUp();
    await upload('a.txt', 1, reportOf('inconsistent', agency, 2024));
    events.length = 0;
    const { json } = await recheck(versions)(`/rechecks?from=source&agency=${encodeURIComponent(agency)}`);
    expect(json.items).toMatchObject([{ changed: false, due: true }]);
    await recheck(versions)('/rechecks', { method: 'POST', body: { agency, from: 'source' } });
    await work(handlerWith(versions));
    expect((await read(path(agency))).json).toMatchObject({ reading: 2, verdict: 'inconsistent' });
    expect(events).toEqual([]);
  });
});
