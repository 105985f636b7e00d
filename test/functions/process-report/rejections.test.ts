import { batch, message, notification, PLENTY_OF_TIME, type Upload } from '../deliver.ts';
import { reportOf } from '../reports.ts';
import { startTable } from '../table.ts';
import { stage } from './stage.ts';

let table: Awaited<ReturnType<typeof startTable>>;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const upload = (number: number, key = 'a.txt'): Upload => ({
  key,
  versionId: `v${number}`,
  sequencer: String(number).padStart(2, '0'),
});

const BAD = '没有统计表。';
const GOOD = reportOf('consistent', '庚县公安局', 2024);

/** Uploads these contents under one key, and tells which of them raised an alert, as version ids. */
const tellersOf = async (contents: readonly string[], order = [...contents.keys()]): Promise<string[]> => {
  const { put, deliver, events } = stage(table);
  for (const [index, content] of contents.entries()) put(upload(index), content);
  for (const index of order) expect(await deliver(upload(index))).toBe(true);
  return events.flatMap((event) =>
    event.type === 'report.rejected.v1' ? [String(event.data.object.versionId)] : [],
  );
};

test.each([
  ['the same bytes again are told once', [BAD, BAD, BAD], undefined, ['v0']],
  ['other bytes are other news', [BAD, `${BAD}。`, BAD], undefined, ['v0', 'v1', 'v2']],
  ['the same bytes after a report are news again', [BAD, GOOD, BAD], undefined, ['v0', 'v2']],
  ['copies that come behind a report are told once', [BAD, BAD, GOOD], [2, 0, 1], ['v0']],
  ['a copy that comes behind a report is told of already', [BAD, BAD, GOOD], [0, 2, 1], ['v0']],
])('%s', async (_, contents, order, tellers) => {
  expect(await tellersOf(contents, order)).toEqual(tellers);
});

test('the same bytes under another key are an upload of their own', async () => {
  const { put, deliver, events } = stage(table);
  for (const key of ['a.txt', 'b.txt']) {
    put(upload(1, key), BAD);
    await deliver(upload(1, key));
  }
  expect(events).toHaveLength(2);
});

test('copies that come at the same moment are told once', async () => {
  const { put, handler, events } = stage(table);
  const copies = [1, 2, 3, 4].map((number) => upload(number));
  for (const copy of copies) put(copy, BAD);
  const messages = copies.map((copy, index) => message(notification(copy), String(index)));
  expect(await handler(batch(...messages), PLENTY_OF_TIME)).toEqual({ batchItemFailures: [] });
  expect(events).toHaveLength(1);
});

test.each([
  ['rejected again for the same reason', BAD, upload(1)],
  ['too large to be fetched', BAD, { ...upload(1), size: 5e12 }],
])(
  'an upload that comes again after rules and readers moved on is not told again: %s',
  async (_, content, own) => {
    const scene = stage(table);
    scene.put(own, content);
    expect(await scene.deliver(own)).toBe(true);
    for (const versions of [
      { ruleSet: 9, reading: 1 },
      { ruleSet: 9, reading: 2 },
    ]) {
      const { deliver } = stage(table, undefined, undefined, undefined, scene, versions);
      expect(await deliver(own)).toBe(true);
    }
    expect(scene.events).toHaveLength(1);
  },
);

test('work that ended at any call still tells when it is taken up by newer rules, and behind a copy of itself', async () => {
  for (let call = 0, last = false; !last; call++) {
    let [calls, faulty] = [0, true];
    const [own, copy] = [upload(1, `${call}.txt`), upload(2, `${call}.txt`)];
    const fault = (name: string): void => {
      if (faulty && calls++ === call) throw Object.assign(new Error(name), { name: 'TimeoutError' });
    };
    const scene = stage(table, fault, undefined, fault);
    scene.put(own, BAD);
    scene.put(copy, BAD);
    const done = await scene.deliver(own);
    last = call >= calls;
    faulty = false;
    expect(done).toBe(last);
    const newer = stage(table, undefined, undefined, undefined, scene, { ruleSet: 9, reading: 1 });
    expect(await newer.deliver(copy)).toBe(true);
    expect(await newer.deliver(own)).toBe(true);
    expect(scene.events.length).toBeGreaterThan(0);
    if (last) expect(scene.events).toHaveLength(1);
  }
});
