import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type StoredRecord, storedRecordSchema } from '../../../shared/records/stored-record.ts';
import { currentKey } from '../../../shared/records/table-keys.ts';
import { carrying } from '../carrying.ts';
import { startTable, TABLE_NAME } from '../table.ts';
import { stage } from './stage.ts';

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

let agencies = 0;
/** A new agency for each test, so that they can share one table. */
const newAgency = (): string => `乙县第${++agencies}局`;

const current = async (agency: string, year: number): Promise<StoredRecord> => {
  const { Item } = await DynamoDBDocumentClient.from(table.client).send(
    new GetCommand({ TableName: TABLE_NAME, Key: { ...currentKey(agency, year) }, ConsistentRead: true }),
  );
  return storedRecordSchema.parse(Item);
};

const upload = (key: string, number = 1) => ({
  key,
  versionId: `v${number}`,
  sequencer: String(number).padStart(2, '0'),
});

/** Errors of a record as `rule subject`. */
const errorsOf = ({ findings }: Pick<StoredRecord, 'findings'>): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule, subject }) => `${rule} ${subject}`);

const CARRIED = ['history/carried-over naturalPerson', 'history/carried-over total'];

const typesFor = (events: readonly { type: string; data: object }[], year: number): string[] =>
  events.filter(({ data }) => 'year' in data && data.year === year).map(({ type }) => type);

test('a report is held against the year before when it comes, and the later one tells what does not fit', async () => {
  const agency = newAgency();
  const { put, deliver, events } = stage(table);
  put(upload('2023.txt'), carrying({ agency, year: 2023, over: 0, forward: 3 }));
  put(upload('2024.txt'), carrying({ agency, year: 2024, over: 0, forward: 0 }));
  await deliver(upload('2023.txt'));
  await deliver(upload('2024.txt'));

  expect(await current(agency, 2023)).toMatchObject({ verdict: 'consistent' });
  const later = await current(agency, 2024);
  expect(later).toMatchObject({
    verdict: 'inconsistent',
    basis: { version: (await current(agency, 2023)).version },
  });
  expect(errorsOf(later)).toEqual(CARRIED);
  expect(events.map(({ type }) => type)).toEqual([
    'report.recorded.v1',
    'report.recorded.v1',
    'report.inconsistent.v1',
  ]);
});

test('when the earlier year comes later, the later one is checked again and its verdict, findings and events follow', async () => {
  const agency = newAgency();
  const { put, deliver, events, objects } = stage(table);
  put(upload('2024.txt'), carrying({ agency, year: 2024, over: 0, forward: 0 }));
  put(upload('2023.txt', 1), carrying({ agency, year: 2023, over: 0, forward: 3 }));
  put(upload('2023.txt', 2), carrying({ agency, year: 2023, over: 0, forward: 0 }));
  await deliver(upload('2024.txt'));
  const before = await current(agency, 2024);
  expect(before.verdict).toBe('consistent');

  await deliver(upload('2023.txt', 1));
  const again = await current(agency, 2024);
  expect(again).toMatchObject({ verdict: 'inconsistent', version: before.version, recheck: true });
  expect(errorsOf(again)).toEqual(CARRIED);
  const document = JSON.parse(String(objects.get(`documents/${again.document}`)));
  expect(document.verdict).toBe('inconsistent');
  expect(typesFor(events, 2024)).toEqual([
    'report.recorded.v1',
    'report.recorded.v1',
    'report.inconsistent.v1',
  ]);

  await deliver(upload('2023.txt', 2));
  expect(await current(agency, 2024)).toMatchObject({ verdict: 'consistent', version: before.version });
  expect(typesFor(events, 2024).slice(3)).toEqual(['report.recorded.v1', 'report.corrected.v1']);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});

test('a later check that says nothing new is noted and tells nobody', async () => {
  const agency = newAgency();
  const { put, deliver, events } = stage(table);
  put(upload('2024.txt'), carrying({ agency, year: 2024, over: 2, forward: 0 }));
  put(upload('2023.txt'), carrying({ agency, year: 2023, over: 0, forward: 2 }));
  await deliver(upload('2024.txt'));
  await deliver(upload('2023.txt'));
  expect(await current(agency, 2024)).toMatchObject({ verdict: 'consistent', recheck: true });
  expect(typesFor(events, 2024)).toEqual(['report.recorded.v1']);
});

test('the same bytes uploaded again do not fit the year before again: one upload tells of it', async () => {
  const agency = newAgency();
  const { put, deliver, events } = stage(table);
  put(upload('2022.txt'), carrying({ agency, year: 2022, over: 0, forward: 0 }));
  for (const number of [1, 2])
    put(upload('2023.txt', number), carrying({ agency, year: 2023, over: 2, forward: 0 }));
  for (const each of [upload('2022.txt'), upload('2023.txt', 1), upload('2023.txt', 2)]) await deliver(each);
  expect(await current(agency, 2023)).toMatchObject({
    verdict: 'inconsistent',
    object: { versionId: 'v2' },
  });
  expect(typesFor(events, 2023)).toEqual(['report.recorded.v1', 'report.inconsistent.v1']);
});

test('reports two years apart, and of other agencies, are left alone', async () => {
  const [agency, other] = [newAgency(), newAgency()];
  const { put, deliver } = stage(table);
  put(upload('2022.txt'), carrying({ agency, year: 2022, over: 0, forward: 3 }));
  put(upload('2024.txt'), carrying({ agency, year: 2024, over: 0, forward: 0 }));
  put(upload('other.txt'), carrying({ agency: other, year: 2023, over: 0, forward: 3 }));
  for (const key of ['2022.txt', '2024.txt', 'other.txt']) await deliver(upload(key));
  expect(await current(agency, 2024)).toMatchObject({ verdict: 'consistent' });
  expect((await current(agency, 2024)).basis).toBeUndefined();
});

test('a later check whose work ended just before it stood is not told once a newer one stands', async () => {
  const agency = newAgency();
  const first = stage(table);
  first.put(upload('2023.txt'), carrying({ agency, year: 2023, over: 0, forward: 0 }));
  await first.deliver(upload('2023.txt'));

  /** A gate that opens once. */
  const gate = () => {
    let open = (): void => {};
    return { opened: new Promise<void>((done) => (open = done)), open: () => open() };
  };
  const [newerLooked, olderNoted, newerDone] = [gate(), gate(), gate()];
  const [wrong, right] = [upload('2022.txt', 1), upload('2022.txt', 2)];
  const check = (item: string, operation: string): boolean => item.startsWith(`${operation} check#2023#`);

  // Holds 2023 against a wrong year before, and ends when it has noted what its check would displace.
  const older = stage(table, undefined, undefined, async (call, item) => {
    if (call === 'dynamodb' && check(item, 'PutItem')) {
      void newer.deliver(right).then(newerDone.open);
      await newerLooked.opened;
    }
    if (call === 'dynamodb after' && check(item, 'UpdateItem')) {
      olderNoted.open();
      throw Object.assign(new Error(call), { name: 'TimeoutError' });
    }
  });
  // Saw 2023 before that check was entered, and lets its own check stand instead.
  const newer: ReturnType<typeof stage> = stage(table, undefined, undefined, async (call, item) => {
    if (call !== 'dynamodb' || !check(item, 'PutItem')) return;
    newerLooked.open();
    await olderNoted.opened;
  });
  older.put(wrong, carrying({ agency, year: 2022, over: 0, forward: 2 }));
  newer.put(right, carrying({ agency, year: 2022, over: 2, forward: 0 }));
  for (const [name, content] of first.objects) {
    older.objects.set(name, content);
    newer.objects.set(name, content);
  }

  expect(await older.deliver(wrong)).toBe(false);
  await newerDone.opened;
  const again = stage(table);
  for (const { objects } of [older, newer])
    for (const [name, content] of objects) again.objects.set(name, content);
  expect(await again.deliver(wrong)).toBe(true);

  expect(await current(agency, 2023)).toMatchObject({ verdict: 'consistent', recheck: true });
  expect(typesFor([...older.events, ...newer.events, ...again.events], 2023)).toEqual([]);
});

test('work on the earlier year that ended at any call ends well when it is taken up again, under the same ids', async () => {
  for (let call = 0, last = false; !last; call++) {
    const agency = newAgency();
    let calls = 0;
    // Counted from the announcement of the earlier year itself: what comes before is the way of every upload.
    const fault = (name: string): void => {
      if (scene.events.length === 0 || !name.endsWith('after')) return;
      if (calls++ === call) throw Object.assign(new Error(name), { name: 'TimeoutError' });
    };
    const later = stage(table);
    later.put(upload('2024.txt'), carrying({ agency, year: 2024, over: 0, forward: 0 }));
    await later.deliver(upload('2024.txt'));
    const scene: ReturnType<typeof stage> = stage(table, fault, undefined, fault);
    for (const [name, content] of later.objects) scene.objects.set(name, content);
    scene.put(upload('2023.txt'), carrying({ agency, year: 2023, over: 0, forward: 3 }));
    const done = await scene.deliver(upload('2023.txt'));
    last = call >= calls;
    expect(done).toBe(last);
    if (!done) expect(await scene.deliver(upload('2023.txt'))).toBe(true);

    expect(await current(agency, 2024)).toMatchObject({ verdict: 'inconsistent' });
    // Three facts: the earlier year was recorded; the later one was recorded anew, and does not fit.
    expect(new Set(scene.events.map(({ id }) => id)).size).toBe(3);
    expect(new Set(typesFor(scene.events, 2024))).toEqual(
      new Set(['report.recorded.v1', 'report.inconsistent.v1']),
    );
  }
});
