import { appendFile, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inbox } from '../../../local/inbox/inbox.ts';
import { InboxMemory } from '../../../local/inbox/inbox-memory.ts';
import { SYSTEM_FILES } from '../../system-files.ts';

let root: string;
let folder: string;
let memory: InboxMemory;
let inbox: Inbox;
let put: string[];
let errors: string[];
let failing = false;

const start = async (): Promise<void> => {
  memory = await InboxMemory.open(join(root, 'memory'));
  inbox = new Inbox({
    folder,
    memory,
    interval: 30,
    async put(path, _, size) {
      if (failing) throw new Error('refused');
      put.push(`${path} ${size}`);
    },
    onError: (path) => errors.push(path),
  });
  await inbox.start();
};
const stop = async (): Promise<void> => {
  await inbox.stop();
  await memory.close();
};
const idle = async (): Promise<void> => {
  // The look that is under way may have begun before the last change; the one behind it has not.
  const seen = inbox.looks + 2;
  while (inbox.looks < seen || !inbox.idle) await new Promise((done) => setTimeout(done, 5));
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gouji-inbox-'));
  folder = join(root, 'inbox');
  await mkdir(folder);
  put = [];
  errors = [];
  failing = false;
  await start();
});
afterEach(async () => {
  await stop();
  await rm(root, { recursive: true, force: true });
});

test('files are put once, those of sub-folders too', async () => {
  await mkdir(join(folder, '区', '街道'), { recursive: true });
  await writeFile(join(folder, 'a.txt'), 'a');
  await writeFile(join(folder, '区', '街道', '报告.html'), 'bc');
  await idle();
  expect(put.sort()).toEqual(['a.txt 1', '区/街道/报告.html 2']);
});

test('a file that still grows is left alone', async () => {
  const growing = join(folder, 'growing.txt');
  for (let index = 0; index < 8; index++) {
    await appendFile(growing, 'x');
    await new Promise((done) => setTimeout(done, 15));
  }
  await idle();
  expect(put).toEqual(['growing.txt 8']);
});

test('a restart does not put again what did not change, even with a new date', async () => {
  await writeFile(join(folder, 'a.txt'), 'a');
  await writeFile(join(folder, 'b.txt'), 'b');
  await idle();
  await stop();
  await utimes(join(folder, 'a.txt'), 1, 1);
  await writeFile(join(folder, 'b.txt'), 'changed');
  put = [];
  await start();
  await idle();
  expect(put).toEqual(['b.txt 7']);
});

test('unfinished files, those of the system, and links are passed over', async () => {
  for (const name of [...SYSTEM_FILES, 'a.part', 'b.crdownload', 'c.tmp', 'd~']) {
    await writeFile(join(folder, name), 'x');
  }
  await symlink('/etc/hostname', join(folder, 'link.txt'));
  await symlink('/etc', join(folder, 'folder'));
  await idle();
  expect(put).toEqual([]);
});

test('a file that is refused is told of and does not stop the others', async () => {
  failing = true;
  await writeFile(join(folder, 'bad.txt'), 'x');
  await idle();
  failing = false;
  await writeFile(join(folder, 'good.txt'), 'x');
  await idle();
  expect(errors).toEqual(['bad.txt']);
  expect(put).toEqual(['good.txt 1']);
});

test('what cannot be opened by its name is told of, once', async () => {
  // File systems of other platforms refuse such names.
  if (process.platform !== 'linux') return;
  const foreign = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]);
  const inFolder = (...parts: (string | Buffer)[]): Buffer =>
    Buffer.concat([folder, ...parts].flatMap((part) => [Buffer.from(part), Buffer.from('/')])).subarray(
      0,
      -1,
    );
  await writeFile(inFolder(Buffer.concat([foreign, Buffer.from('.txt')])), 'a');
  await mkdir(inFolder(foreign));
  await writeFile(inFolder(foreign, 'b.txt'), 'b');
  await writeFile(join(folder, 'c.txt'), 'c');
  await idle();
  await idle();
  expect(put).toEqual(['c.txt 1']);
  expect(errors.map((path) => path.replaceAll('\ufffd', '')).toSorted()).toEqual(['', '.txt']);
});
