import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RepeatedUpload } from '../../local/repeated-uploads.ts';
import { reportOf, startMachine } from './machine.ts';

let inbox: string;
let machine: Awaited<ReturnType<typeof startMachine>>;
const repeated: RepeatedUpload[] = [];
beforeAll(async () => {
  inbox = await mkdtemp(join(tmpdir(), 'gouji-repeated-'));
  machine = await startMachine({ inbox, onRepeat: (upload) => repeated.push(upload) });
}, 120_000);
afterAll(async () => {
  await machine.stop();
  await rm(inbox, { recursive: true, force: true });
});
beforeEach(() => {
  repeated.length = 0;
});

/** The inbox looks every 50 ms and takes what did not change between two looks. */
const settled = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 300));
  await machine.local.whenIdle();
};

test('a file with the bytes of another is told of with its name, once, and records and events stay', async () => {
  await mkdir(join(inbox, '区'));
  await writeFile(join(inbox, '区', 'b.txt'), await reportOf(1));
  await settled();
  expect(repeated).toEqual([]);
  const events = (await machine.local.events()).length;
  await copyFile(join(inbox, '区', 'b.txt'), join(inbox, 'c.txt'));
  await settled();
  expect(repeated).toEqual([{ key: 'c.txt', sameAs: '区/b.txt' }]);
  expect(await machine.local.events()).toHaveLength(events);
  expect(await machine.records()).toHaveLength(1);
});

test('bytes that are news again are no repeat: another version was current meanwhile', async () => {
  await writeFile(join(inbox, 'd.txt'), await reportOf(2));
  await settled();
  await writeFile(join(inbox, 'e.txt'), `${await reportOf(2)}\n附注。\n`);
  await settled();
  await copyFile(join(inbox, 'd.txt'), join(inbox, 'f.txt'));
  await settled();
  expect(repeated).toEqual([]);
});

test('by other ways in than the inbox it is told of too, without the name of the other', async () => {
  await machine.put('g.txt', await reportOf(3));
  await machine.local.whenIdle();
  await machine.put('h.txt', await reportOf(3));
  await machine.local.whenIdle();
  expect(repeated).toEqual([{ key: 'h.txt', sameAs: undefined }]);
});

test('a file that is no report is told of each time by its own event', async () => {
  await writeFile(join(inbox, 'i.txt'), '没有统计表。');
  await settled();
  await copyFile(join(inbox, 'i.txt'), join(inbox, 'j.txt'));
  await settled();
  expect(repeated).toEqual([]);
  expect(await machine.events('report.rejected.v1')).toHaveLength(2);
});
