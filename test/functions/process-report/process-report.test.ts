import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { objectId } from '../../../shared/records/identity.ts';
import { currentKey, objectKey, type TableKey } from '../../../shared/records/table-keys.ts';
import { batch, message, notification, PLENTY_OF_TIME } from '../deliver.ts';
import { reportOf } from '../reports.ts';
import { startTable, TABLE_NAME } from '../table.ts';
import { stage } from './stage.ts';

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

let agencies = 0;
/** A new agency for each test, so that they can share one table. */
const newAgency = (): string => `宁波市第${++agencies}分局`;

const item = async ({ pk, sk }: TableKey) =>
  (
    await DynamoDBDocumentClient.from(table.client).send(
      new GetCommand({ TableName: TABLE_NAME, Key: { pk, sk }, ConsistentRead: true }),
    )
  ).Item;

const typesOf = (events: readonly { type: string }[]): string[] => events.map(({ type }) => type);

describe('a report that does not add up', () => {
  test('is recorded under its agency and year and announced with its causes', async () => {
    const agency = newAgency();
    const { put, deliver, events, objects } = stage(table);
    const upload = { key: '年报 2019.txt', versionId: 'v1', sequencer: '01' };
    put(upload, reportOf('inconsistent', agency, 2019));

    expect(await deliver(upload)).toBe(true);

    const record = await item(currentKey(agency, 2019));
    expect(record).toMatchObject({ agency, year: 2019, verdict: 'inconsistent' });
    expect(typesOf(events)).toEqual(['report.recorded.v1', 'report.inconsistent.v1']);
    const alert = events[1];
    if (alert?.type !== 'report.inconsistent.v1') throw new Error('no alert');
    expect(alert.data.counts.error).toBe(5);
    expect(alert.data.link).toBe(`https://api.example.cn/reports/${encodeURIComponent(agency)}/2019`);
    expect(alert.data.causes[0]?.repair[0]).toMatchObject({
      figure: 'requests.closed.naturalPerson',
      column: '自然人',
      from: 0,
      to: 1,
    });
    const document = JSON.parse(String(objects.get(`documents/${record?.document}`)));
    expect(document.findings).toHaveLength(5);
  });

  test('is announced once however often it is delivered', async () => {
    const { put, deliver, events } = stage(table);
    const upload = { key: 'again.txt', versionId: 'v1', sequencer: '01' };
    put(upload, reportOf('inconsistent', newAgency(), 2019));
    for (let time = 0; time < 3; time++) expect(await deliver(upload)).toBe(true);
    expect(events).toHaveLength(2);
  });

  test('is announced with the same id when the bus failed first', async () => {
    let failing = 3;
    const accept = () => (failing-- > 0 ? 'refused' : 'taken');
    const { put, deliver, events } = stage(table, undefined, accept);
    const upload = { key: 'bus.txt', versionId: 'v1', sequencer: '01' };
    put(upload, reportOf('inconsistent', newAgency(), 2019));
    expect(await deliver(upload)).toBe(false);
    expect(await deliver(upload)).toBe(false);
    expect(await deliver(upload)).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
    expect(typesOf(events)).toContain('report.inconsistent.v1');
  });

  test('is announced as corrected when a newer upload adds up', async () => {
    const agency = newAgency();
    const { put, deliver, events } = stage(table);
    const wrong = { key: 'a.txt', versionId: 'v1', sequencer: '01' };
    const right = { key: 'a.txt', versionId: 'v2', sequencer: '02' };
    put(wrong, reportOf('inconsistent', agency, 2020));
    put(right, reportOf('consistent', agency, 2020));
    await deliver(wrong);
    await deliver(right);
    expect(typesOf(events.slice(2))).toEqual(['report.recorded.v1', 'report.corrected.v1']);
    expect(await item(currentKey(agency, 2020))).toMatchObject({ verdict: 'consistent' });
  });
});

describe('reports of two offices that name themselves in the first person', () => {
  test.each(['我局', '本机关', '部门'])('are kept apart: %s', async (agency) => {
    const { put, deliver, events } = stage(table);
    const one = { key: `甲局/${agency}.txt`, versionId: 'v1', sequencer: '01' };
    const other = { key: `乙局/${agency}.txt`, versionId: 'v1', sequencer: '02' };
    // The title alone names it: no preface, no signature.
    const titled = (kind: 'consistent' | 'inconsistent'): string =>
      reportOf(kind, '甲乙丙丁公安局', 2022)
        .replace(/^.*?(?=一、总体情况)/s, `${agency}2022年政府信息公开工作年度报告\n`)
        .replaceAll('甲乙丙丁公安局', agency);
    put(one, titled('inconsistent'));
    put(other, titled('consistent'));
    await deliver(one);
    await deliver(other);
    expect(typesOf(events)).toEqual(['report.recorded.v1', 'report.inconsistent.v1', 'report.recorded.v1']);
    const kept = [one, other].map(({ key }) => `未署名-${objectId({ bucket: 'uploads', key }).slice(0, 8)}`);
    expect(await item(currentKey(kept[0]!, 2022))).toMatchObject({ verdict: 'inconsistent' });
    expect(await item(currentKey(kept[1]!, 2022))).toMatchObject({ verdict: 'consistent' });
  });
});

describe('two versions of one object', () => {
  test('leave the greater sequencer current when they come in the wrong order', async () => {
    const agency = newAgency();
    const { put, deliver, events } = stage(table);
    const older = {
      key: 'a.txt',
      versionId: 'v1',
      sequencer: '0065A0B1C2D3E4F501',
      eventTime: '2025-01-02T00:00:00.000Z',
    };
    const newer = {
      key: 'a.txt',
      versionId: 'v2',
      sequencer: '0065A0B1C2D3E4F6',
      eventTime: '2025-01-01T00:00:00.000Z',
    };
    put(older, reportOf('inconsistent', agency, 2021));
    put(newer, reportOf('consistent', agency, 2021));
    await deliver(newer);
    await deliver(older);
    expect(await item(currentKey(agency, 2021))).toMatchObject({ verdict: 'consistent' });
    expect(events.map(({ type, data }) => [type, 'current' in data && data.current])).toEqual([
      ['report.recorded.v1', true],
      ['report.recorded.v1', false],
      ['report.inconsistent.v1', false],
    ]);
  });
});

describe('an upload that is no report', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['a page without tables', '<html><body><p>通知</p></body></html>', 'not-a-report'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7919) % 256)),
      'unsupported-format',
    ],
  ])('is recorded as rejected, announced and acknowledged: %s', async (_, content, reason) => {
    const { put, deliver, events } = stage(table);
    const upload = { key: `rejected ${reason}`, versionId: 'v1', sequencer: '01' };
    put(upload, content);
    expect(await deliver(upload)).toBe(true);
    expect(await deliver(upload)).toBe(true);
    expect(events).toMatchObject([{ type: 'report.rejected.v1', data: { reason } }]);
    const id = objectId({ bucket: 'uploads', key: upload.key });
    expect(await item(objectKey(id))).toMatchObject({ verdict: 'rejected', reason });
  });

  test('is rejected without being fetched when it is too large', async () => {
    const { deliver, events, calls } = stage(table);
    expect(await deliver({ key: 'huge', versionId: 'v1', sequencer: '01', size: 5e12 })).toBe(true);
    expect(events).toMatchObject([
      { type: 'report.rejected.v1', data: { reason: 'too-large', bytes: 5e12 } },
    ]);
    expect(calls.filter((call) => call.startsWith('GET'))).toEqual([]);
  });

  test('leaves the list of rejected uploads when the object is replaced by a report', async () => {
    const agency = newAgency();
    const { put, deliver } = stage(table);
    const bad = { key: 'mended.txt', versionId: 'v1', sequencer: '01' };
    const good = { key: 'mended.txt', versionId: 'v2', sequencer: '02' };
    put(bad, 'x');
    put(good, reportOf('consistent', agency, 2022));
    await deliver(bad);
    await deliver(good);
    const outcome = await item(objectKey(objectId({ bucket: 'uploads', key: 'mended.txt' })));
    expect(outcome).toMatchObject({ verdict: 'consistent', agency });
    expect(outcome).not.toHaveProperty('listPartition');
  });
});

describe('a message', () => {
  test('about an object deleted before its turn is acknowledged', async () => {
    const { deliver, events } = stage(table);
    expect(await deliver({ key: 'deleted.txt', versionId: 'v1', sequencer: '01' })).toBe(true);
    expect(events).toEqual([]);
  });

  test('that S3 sends when the notification is set up is acknowledged', async () => {
    const { handler } = stage(table);
    const body = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'uploads' });
    expect(await handler(batch(message(body)), PLENTY_OF_TIME)).toEqual({ batchItemFailures: [] });
  });

  test('that is no notification goes back, alone, and ends among the dead letters', async () => {
    const { handler, put } = stage(table);
    const upload = { key: 'beside.txt', versionId: 'v1', sequencer: '01' };
    put(upload, reportOf('consistent', newAgency(), 2023));
    const event = batch(message('{"no":"notification"}', 'bad'), message(notification(upload), 'good'));
    expect(await handler(event, PLENTY_OF_TIME)).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
  });

  test('for which no time is left goes back untouched', async () => {
    const { handler, calls } = stage(table);
    const event = batch(message(notification({ key: 'late.txt', versionId: 'v1' }), 'late'));
    const answer = await handler(event, { getRemainingTimeInMillis: () => 1000 });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'late' }] });
    expect(calls).toEqual([]);
  });
});

test('a report that names no agency is kept under its object and stays readable', async () => {
  const { put, deliver, events } = stage(table);
  const upload = { key: 'anonymous.txt', versionId: 'v1', sequencer: '01' };
  put(upload, reportOf('consistent', '', 2024).replace(/^\d{4}年政府信息公开工作\n/, ''));
  await deliver(upload);
  expect(events[0]?.data).toMatchObject({
    statedAgency: null,
    agency: expect.stringMatching(/^未署名-[0-9a-f]{8}$/),
  });
});

test('every line of the log carries the id of the upload', async () => {
  const { put, deliver, lines } = stage(table);
  const upload = { key: 'logged.txt', versionId: 'v1', sequencer: '01' };
  put(upload, reportOf('consistent', newAgency(), 2024));
  await deliver(upload);
  expect(lines.every(({ version, object }) => version && object)).toBe(true);
  expect(lines[0]).toMatchObject({ verdict: 'consistent', format: 'text', Processed: 1 });
});

test('an ordinary new report makes nine calls, besides the first one of a partition of the index', async () => {
  const calls: string[] = [];
  const { put, deliver } = stage(
    table,
    (call) => void (call.endsWith('after') || calls.push(call)),
    undefined,
    (call, item) => void (call.endsWith('after') || calls.push(item.split('#')[0] ?? '')),
  );
  const upload = { key: 'ordinary.txt', versionId: 'v1', sequencer: '01' };
  put(upload, reportOf('consistent', newAgency(), 2020));
  await deliver(upload);
  const own = calls.filter((call) => call !== 'PutItem 2020');
  expect(own.slice(0, 5)).toEqual(['s3 GET', 'Query ', 's3 PUT', 'PutItem version', 'PutItem current']);
  expect(own.slice(5, 8).sort()).toEqual(['PutItem current', 'Query ', 'events PutEvents']);
  expect(own.slice(8)).toEqual(['UpdateItem version']);
});

describe('work that was ordered, and has no sequencer', () => {
  const key = 'ordered.txt';
  const before = { key, versionId: 'v0', sequencer: '00', eventTime: '2025-01-20T07:00:00.000Z' };
  const notified = { key, versionId: 'v1', sequencer: '01', eventTime: '2025-01-20T08:00:00.123Z' };
  const ordered = { key, versionId: 'v2', eventTime: '2025-01-20T09:00:00.000Z' };

  test.each([
    ['after the older notifications', [before, notified, ordered]],
    ['before a late older notification', [notified, ordered, before]],
    ['first of all', [ordered, notified, before]],
  ])('is what became of the object when it is newer, done %s', async (name, uploads) => {
    const { put, deliver } = stage(table);
    const own = uploads.map((upload) => ({ ...upload, key: `${name} ${key}` }));
    for (const upload of own) {
      put(upload, 'no report');
      expect(await deliver(upload)).toBe(true);
    }
    const found = await item(objectKey(objectId({ bucket: 'uploads', key: `${name} ${key}` })));
    expect(found?.object).toMatchObject({ versionId: 'v2' });
  });
});
