import { readFileSync } from 'node:fs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { build as buildRead } from '../../functions/read-records/build.ts';
import { build as buildReviews } from '../../functions/record-reviews/build.ts';
import { dynamoReviewWriter } from '../../functions/record-reviews/review-writer.ts';
import { asker } from './ask.ts';
import { carrying } from './carrying.ts';
import { stage } from './process-report/stage.ts';
import { startTable, TABLE_NAME } from './table.ts';

/** A report with a different number in every cell: 42 errors, of which a record has room for some 14 in words. */
const DISTINCT = readFileSync('test/reports/f4-distinct-2021.docx');

const ENVIRONMENT = {
  TABLE_NAME,
  RECORDS_BUCKET: 'documents',
  CURSOR_KEY: 'a secret of more than sixteen characters',
};

interface Shown {
  readonly rule: string;
  readonly severity: string;
  readonly fingerprint: string;
}

const upload = (key: string, number = 1) => ({
  key,
  versionId: `v${number}`,
  sequencer: String(number).padStart(2, '0'),
});

let table: Awaited<ReturnType<typeof startTable>>;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

/** The report recorded by itself. */
const setUp = async () => {
  const scene = stage(table);
  const clients = { s3: scene.config.s3, dynamodb: table.config };
  const silent = (): void => {};
  const read = asker(buildRead(ENVIRONMENT, clients, silent));
  const review = asker(buildReviews(ENVIRONMENT, clients, silent));
  const receive = async (key: string, content: string | Uint8Array): Promise<void> => {
    scene.put(upload(key), content);
    expect(await scene.deliver(upload(key))).toBe(true);
  };
  await receive('distinct.docx', DISTINCT);
  const [recorded] = scene.events;
  if (recorded?.type !== 'report.recorded.v1') throw new Error('not recorded');
  const { agency, year, counts } = recorded.data;
  const path = `/reports/${encodeURIComponent(agency)}/${year}`;
  const errors = async (): Promise<Shown[]> => {
    const { json } = await read(`${path}/findings`);
    return (json.findings as Shown[]).filter(({ severity }) => severity === 'error');
  };
  const dismiss = async ({ fingerprint }: Shown): Promise<void> => {
    const body = { verdict: 'dismissed', reason: '已核实' };
    expect((await review(`${path}/reviews/${fingerprint}`, { method: 'PUT', body })).status).toBe(200);
  };
  const yearBefore = (forward: number): Promise<void> =>
    receive('before.txt', carrying({ agency, year: Number(year) - 1, over: 0, forward }));
  const alerts = () =>
    scene.events.flatMap((event) => (event.type === 'report.inconsistent.v1' ? [event] : []));
  return { agency, year: Number(year), counts, path, read, errors, dismiss, yearBefore, alerts };
};

test('an error that came too late to have room in the record is told all the same', async () => {
  const { counts, errors, yearBefore, alerts } = await setUp();
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]?.data.findings.length).toBeLessThan(counts.error);

  await yearBefore(3);
  const rules = (await errors()).map(({ rule }) => rule);
  expect(rules).toContain('history/carried-over');
  expect(alerts()).toHaveLength(2);
  expect(alerts()[1]?.data.counts.error).toBe(rules.length);
});

test('all errors can be dismissed, and then none is open and no alert is raised', async () => {
  const { path, read, errors, dismiss, yearBefore, alerts } = await setUp();
  for (const error of await errors()) await dismiss(error);
  expect((await read(path)).json.review).toMatchObject({ openErrors: 0 });

  await yearBefore(3);
  const added = (await errors()).filter(({ rule }) => rule.startsWith('history/'));
  expect((await read(path)).json.review).toMatchObject({ openErrors: added.length });
  expect(alerts()).toHaveLength(2);
  expect(alerts()[1]?.data.counts.error).toBe(added.length);
});

test('reviews that fill more than one answer of the table are all known', async () => {
  const { agency, year, errors, dismiss, yearBefore, alerts } = await setUp();
  const reviews = dynamoReviewWriter(DynamoDBDocumentClient.from(table.client), TABLE_NAME);
  // "A single Query operation can retrieve a maximum of 1 MB of data": these come first. The emulator counts
  // characters, not bytes.
  await Promise.all(
    Array.from({ length: 1100 }, (_, number) =>
      reviews.write(agency, year, {
        fingerprint: String(number).padStart(16, '0'),
        verdict: 'confirmed',
        reason: '因'.repeat(1000),
        by: '张三',
        at: '2025-01-20T08:00:00.000Z',
      }),
    ),
  );
  for (const error of await errors()) await dismiss(error);

  await yearBefore(3);
  const added = (await errors()).filter(({ rule }) => rule.startsWith('history/'));
  expect(alerts()[1]?.data.counts.error).toBe(added.length);
});
