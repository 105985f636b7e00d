import { build } from '../../../functions/read-records/build.ts';
import { asker } from '../ask.ts';
import { stage } from '../process-report/stage.ts';
import { reportOf } from '../reports.ts';
import { startTable, TABLE_NAME } from '../table.ts';

const ENVIRONMENT = {
  TABLE_NAME,
  RECORDS_BUCKET: 'documents',
  CURSOR_KEY: 'a secret of more than sixteen characters',
};
const UPLOADS = 204;

let table: Awaited<ReturnType<typeof startTable>>;
let ask: ReturnType<typeof asker>;
let scene: ReturnType<typeof stage>;

const upload = async (key: string, count: number, content: string): Promise<void> => {
  const version = { key, versionId: `v${count}`, sequencer: count.toString(16).padStart(4, '0') };
  scene.put(version, content);
  expect(await scene.deliver(version)).toBe(true);
};

beforeAll(async () => {
  table = await startTable();
  scene = stage(table);
  ask = asker(build(ENVIRONMENT, { s3: scene.config.s3, dynamodb: table.config }, () => {}));
});
afterAll(() => table.stop());

test('pages lose no agency whose name has characters beyond the basic plane', async () => {
  const agencies = ['甲县/丙镇人民政府', '甲县𠮷镇人民政府', '甲县乙镇人民政府'];
  for (const [index, agency] of agencies.entries())
    await upload(`${index}.txt`, 1, reportOf('consistent', agency, 2023));
  const listed: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await ask(`/reports?year=2023&limit=1${cursor && `&cursor=${cursor}`}`);
    listed.push(...json.items.map(({ agency }: { agency: string }) => agency));
    cursor = json.next;
  }
  expect(listed.toSorted()).toEqual(agencies.map((name) => name.replace('/', '／')).toSorted());
});

describe('of more uploads of one report than are listed', () => {
  const path = `/reports/${encodeURIComponent('甲县水利局')}/2022`;
  const uploaded = (version: { key: string }) => Number(/\d+/.exec(version.key));

  beforeAll(async () => {
    for (let count = 1; count <= UPLOADS; count++)
      await upload(
        `${String(count).padStart(3, '0')}.txt`,
        count,
        reportOf('consistent', '甲县水利局', 2022),
      );
  }, 60_000);

  test('the newest are listed, newest first, and any two can be compared', async () => {
    const { json } = await ask(`${path}/versions`);
    expect(json.items).toHaveLength(200);
    expect(json.items.map(uploaded)).toEqual(Array.from({ length: 200 }, (_, index) => UPLOADS - index));
    expect(json.items[0].current).toBe(true);
    const [newest, oldest] = [json.items[0].version, json.items.at(-1).version];
    expect((await ask(`${path}/changes?from=${oldest}&to=${newest}`)).json.figures).toEqual([]);
  });
});

test('a figure is none that merely has the name of something every object has', async () => {
  await upload('one.txt', 1, reportOf('consistent', '乙县水利局', 2022));
  const { status } = await ask(`/agencies/${encodeURIComponent('乙县水利局')}?figures=constructor`);
  expect(status).toBe(400);
});
