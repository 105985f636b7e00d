import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { writeClientFile } from '../../local/client-file.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { agencyOf, reportOf, startMachine } from '../system/machine.ts';
import { gouji, type Surroundings } from './gouji.ts';

let lost = (_key: string): boolean => false;
let arrive = (_key: string): void => {};
let busIsDown = false;
let machine: Awaited<ReturnType<typeof startMachine>>;
let env: Record<string, string | undefined>;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gouji-bulk-'));
  machine = await startMachine({
    faults: {
      bus: () => (busIsDown ? 'InternalFailure' : undefined),
      async notify(key, send) {
        arrive(key);
        if (!lost(key)) await send();
      },
    },
  });
  const file = await readFile(await writeClientFile(machine.data, machine.local), 'utf8');
  env = Object.fromEntries(
    [...file.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
}, 120_000);
afterAll(async () => {
  await machine.stop();
  await rm(root, { recursive: true, force: true });
});

const run = (args: readonly string[], more: Surroundings = {}) =>
  gouji(args, { ...more, env: { ...env, ...more.env } });

/** How many versions each key below the prefix has. */
const versions = async (prefix: string): Promise<Record<string, number>> => {
  const { Versions = [] } = await machine.s3.send(
    new ListObjectVersionsCommand({ Bucket: machine.local.s3.bucket, Prefix: prefix }),
  );
  const counts: Record<string, number> = {};
  for (const { Key = '' } of Versions) counts[Key] = (counts[Key] ?? 0) + 1;
  return counts;
};

const folderOf = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
};

describe('gouji upload', () => {
  test('sends a folder once: what is there already is not sent again, what changed is', async () => {
    const folder = await folderOf('once', {
      '甲 局/2024年报.txt': await reportOf(1),
      '乙.txt': await reportOf(2),
    });
    const first = await run(['upload', folder, '--prefix', 'once/']);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('uploaded 2 · 已在 already there 0');
    await machine.local.whenIdle();
    expect((await machine.records()).map(({ agency }) => agency)).toEqual([agencyOf(1), agencyOf(2)]);

    await writeFile(join(folder, '乙.txt'), await reportOf(3));
    const second = await run(['upload', folder, '--prefix', 'once/']);
    expect(second.stdout).toContain('uploaded 1 · 已在 already there 1');
    expect(await versions('once/')).toEqual({ 'once/甲 局/2024年报.txt': 1, 'once/乙.txt': 2 });
  });

  test('killed in the middle and run again, it sends every file exactly once', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${String(index).padStart(2, '0')}.txt`);
    const folder = await folderOf('killed', Object.fromEntries(names.map((name) => [name, `第 ${name} 份`])));
    const arrived = async (): Promise<number> => Object.keys(await versions('killed/')).length;
    const kill = new AbortController();
    let seen = 0;
    arrive = (key) => {
      if (key.startsWith('killed/') && ++seen === 5) kill.abort();
    };
    const killed = run(['upload', folder, '--prefix', 'killed/', '--parallel', '2'], { kill: kill.signal });
    expect((await killed).status).toBeNull();
    // What the killed process had sent whole may still be on its way into the bucket.
    let before = -1;
    for (let now = await arrived(); now !== before; now = await arrived()) {
      before = now;
      await new Promise((done) => setTimeout(done, 300));
    }
    expect(before).toBeLessThan(names.length);
    const again = await run(['upload', folder, '--prefix', 'killed/']);
    expect(again.stdout).toContain(`uploaded ${names.length - before} · 已在 already there ${before}`);
    expect(await versions('killed/')).toEqual(Object.fromEntries(names.map((name) => [`killed/${name}`, 1])));
  }, 60_000);

  test('tells of files that cannot be read, are too large or share a key, and sends the others', async () => {
    const folder = await folderOf('faulty', { 'good.txt': '一', 'large.pdf': '' });
    const other = await folderOf('other', { 'good.txt': '二' });
    await truncate(join(folder, 'large.pdf'), LIMITS.fileBytes.limit + 1);
    const ran = await run([
      'upload',
      folder,
      other,
      join(root, 'nowhere'),
      '/dev/zero',
      '--prefix',
      'faulty/',
    ]);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain('uploaded 1 · 已在 already there 0 · 过大 too large 1 · 失败 failed 3');
    expect(ran.stderr).toContain('large.pdf: 超出大小上限');
    expect(ran.stderr).toContain(`${join(other, 'good.txt')}: 与另一文件同键`);
    expect(ran.stderr).toMatch(/nowhere: ENOENT/);
    expect(ran.stderr).toContain('/dev/zero: 不是普通文件');
    expect(await versions('faulty/')).toEqual({ 'faulty/good.txt': 1 });
  });

  test('goes on after a file that it may not read', async () => {
    const folder = await folderOf('private', { 'a.txt': '一', 'b.txt': '二' });
    await chmod(join(folder, 'a.txt'), 0);
    // Whoever runs as root may read every file but this one, which fails halfway.
    if (existsSync('/proc/self/mem')) await symlink('/proc/self/mem', join(folder, 'a0.txt'));
    else await rename(join(folder, 'a.txt'), join(folder, 'a0.txt'));
    const ran = await run(['upload', folder, '--prefix', 'private/', '--parallel', '1']);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('a0.txt: E');
    expect(Object.keys(await versions('private/'))).toContain('private/b.txt');
  });

  test.each([
    ['a bucket that is not there', { GOUJI_BUCKET: 'no-such-bucket' }, /^gouji: NoSuchBucket: /],
    ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'x'.repeat(40) }, /^gouji: SignatureDoesNotMatch: /],
    ['no network', { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' }, /^gouji: .*ECONNREFUSED/],
  ])('ends with one line for %s', async (_, wrong, line) => {
    const folder = await folderOf('refused', { 'a.txt': '一', 'b.txt': '二', 'c.txt': '三' });
    const ran = await run(['upload', folder], { env: wrong });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(line);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('asks for a bucket when none is named anywhere', async () => {
    const ran = await run(['upload', root], { env: { GOUJI_BUCKET: undefined } });
    expect(ran).toMatchObject({ status: 2 });
    expect(ran.stderr).toContain('Give --stack or --bucket.');
  });
});

describe('gouji reconcile', () => {
  test('finds objects whose newest version has no record, and queues them again', async () => {
    await machine.put('found/old.txt', await reportOf(11));
    await machine.local.whenIdle();
    lost = () => true;
    await machine.put('found/old.txt', await reportOf(12));
    await machine.put('found/new + 新.txt', await reportOf(13));
    await machine.put('found/no-report.txt', 'x');
    lost = () => false;

    const looked = await run(['reconcile', '--prefix', 'found/', '--dry-run']);
    expect(looked.status).toBe(1);
    expect(looked.stdout.trim().split('\n').sort()).toEqual(
      ['found/new + 新.txt', 'found/no-report.txt', 'found/old.txt'].sort(),
    );
    expect(looked.stderr).toContain('3 个文件 objects · 3 个没有记录');
    expect((await machine.records()).map(({ agency }) => agency)).not.toContain(agencyOf(13));

    expect((await run(['reconcile', '--prefix', 'found/'])).status).toBe(1);
    await machine.local.whenIdle();
    const agencies = (await machine.records()).map(({ agency }) => agency);
    expect(agencies).toEqual(expect.arrayContaining([agencyOf(12), agencyOf(13)]));

    const after = await run(['reconcile', '--prefix', 'found/']);
    expect(after).toMatchObject({ status: 0, stdout: '' });
    expect(machine.local.deadLetters()).toBe(0);
  });
});

describe('gouji redrive', () => {
  test('says so when there are no dead letters', async () => {
    const ran = await run(['redrive']);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toContain('The dead letters are empty');
  });

  test('sends dead letters back, and what failed is done', async () => {
    busIsDown = true;
    await machine.put('dead.txt', await reportOf(21));
    while (machine.local.deadLetters() === 0) await new Promise((done) => setTimeout(done, 20));
    busIsDown = false;
    const before = await machine.events('report.recorded.v1');
    const ran = await run(['redrive', '--per-second', '100']);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toContain('1 messages were sent back');
    await machine.local.whenIdle();
    expect(machine.local.deadLetters()).toBe(0);
    expect((await machine.events('report.recorded.v1')).length).toBe(before.length + 1);
  });
});

test('the file for clients tells the other commands where the API is, whatever its port', async () => {
  const ran = await run(['recheck', '--format', 'json']);
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(JSON.parse(ran.stdout)).toMatchObject({ summary: { changed: 0 } });
});
