import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { currentKey } from '../../../shared/records/table-keys.ts';
import { reportOf } from '../reports.ts';
import { startTable, TABLE_NAME } from '../table.ts';
import { stage } from './stage.ts';

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const current = async (agency: string) => {
  const client = DynamoDBDocumentClient.from(table.client);
  const { pk, sk } = currentKey(agency, 2020);
  const { Item } = await client.send(
    new GetCommand({ TableName: TABLE_NAME, Key: { pk, sk }, ConsistentRead: true }),
  );
  return Item;
};

const FIRST = { key: 'a.txt', versionId: 'v1', sequencer: '01' };
const OLDER = { key: 'a.txt', versionId: 'v2', sequencer: '02' };
const NEWER = { key: 'a.txt', versionId: 'v3', sequencer: '03' };

test('a newer version processed before any call of an older one stays current', async () => {
  for (let call = 0, last = false; !last; call++) {
    const agency = `乙市第${call}局`;
    const other = stage(table);
    let calls = 0;
    const slow = stage(table, undefined, undefined, async (name) => {
      if (name === 'dynamodb' && calls++ === call) expect(await other.deliver(NEWER)).toBe(true);
    });
    other.put(FIRST, reportOf('inconsistent', agency, 2020));
    slow.put(OLDER, `${reportOf('inconsistent', agency, 2020)}\n第二稿`);
    other.put(NEWER, reportOf('consistent', agency, 2020));
    await other.deliver(FIRST);
    expect(await slow.deliver(OLDER)).toBe(true);
    last = call >= calls;
    if (last) await other.deliver(NEWER);

    expect((await current(agency))?.object.versionId).toBe('v3');
    const types = other.events.map(({ type }) => type);
    expect(types.filter((type) => type === 'report.corrected.v1')).toHaveLength(1);
    expect(slow.events.map(({ type }) => type)).toContain('report.inconsistent.v1');
  }
});

test('work that ended before or after any of its calls ends well when it is taken up again', async () => {
  for (let call = 0, last = false; !last; call++) {
    const agency = `丙市第${call}局`;
    let calls = 0;
    const fault = (name: string): void => {
      if (calls++ === call) throw Object.assign(new Error(name), { name: 'TimeoutError' });
    };
    const first = stage(table);
    first.put(FIRST, reportOf('inconsistent', agency, 2020));
    await first.deliver(FIRST);
    const scene = stage(table, fault, undefined, fault);
    scene.put(NEWER, reportOf('consistent', agency, 2020));
    const done = await scene.deliver(NEWER);
    last = call >= calls;
    expect(done).toBe(last);
    if (!done) expect(await scene.deliver(NEWER)).toBe(true);

    expect((await current(agency))?.object.versionId).toBe('v3');
    expect(new Set(scene.events.map(({ type }) => type))).toEqual(
      new Set(['report.recorded.v1', 'report.corrected.v1']),
    );
    expect(new Set(scene.events.map(({ id }) => id)).size).toBe(2);
  }
});
