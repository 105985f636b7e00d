import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { close } from '../../local/http/listen.ts';
import { reportOf, sample } from './machine.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = ['--import', 'tsx', 'local/main.ts'];

let root: string;
const servers: Server[] = [];
/** A server of the test, on any free port. */
const serve = async (listener?: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};
afterAll(() => Promise.all(servers.map(close)));
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gouji-command-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const run = (...args: string[]): Promise<{ status: number; out: string; note: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [...MAIN, ...args], { cwd: ROOT }, (_, out, note) =>
      done({ status: child.exitCode ?? -1, out, note }),
    );
  });

test('--once checks the inbox, tells verdicts and alerts, posts them to the webhook, and ends with 0', async () => {
  const posted: { title: string }[] = [];
  const hook = await serve(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    posted.push(JSON.parse(Buffer.concat(parts).toString()));
    response.writeHead(204).end();
  });
  const webhook = `http://127.0.0.1:${hook}/`;
  const inbox = join(root, 'inbox');
  await mkdir(join(inbox, '区'), { recursive: true });
  await writeFile(join(inbox, '区', '一致.txt'), await reportOf(1));
  await writeFile(join(inbox, '不符.txt'), await sample('001_c76baea7d958f164.txt'));
  await writeFile(join(inbox, '图.png'), Buffer.from('89504e470d0a1a0a', 'hex'));
  const data = join(root, 'data');
  const ports = ['--port', '0', '--s3-port', '0'];
  const args = ['--once', '--no-samples', '--data', data, '--inbox', inbox, '--webhook', webhook, ...ports];

  const first = await run(...args);
  expect(first).toMatchObject({ status: 0 });
  expect(first.out).toMatch(/勾稽一致 .*宁波市公安局第1分局 2024年.*区\/一致\.txt/);
  expect(first.out).toMatch(/勾稽不符 .*宁波市公安局镇海分局 2019年.*5处错误/);
  expect(first.out).toMatch(/无法读取 .*图\.png/);
  expect(first.out).toMatch(/告警 .*宁波市公安局镇海分局 2019年/);
  expect(posted.map(({ title }) => title).sort()).toEqual([
    expect.stringMatching(/勾稽不符.*宁波市公安局镇海分局/),
    expect.stringMatching(/图\.png/),
  ]);

  await writeFile(join(inbox, '再一份.txt'), await sample('001_c76baea7d958f164.txt'));
  const second = await run(...args);
  expect(second.status).toBe(0);
  expect(second.out).toMatch(/再一份\.txt {2}与 不符\.txt 内容相同，未重复登记/);
  expect(second.out).not.toMatch(/勾稽不符|▲ 告警/);
  expect(posted).toHaveLength(2);

  const mode = (await stat(join(data, 'credentials.json'))).mode & 0o777;
  expect(mode).toBe(0o600);
  const { secretAccessKey } = JSON.parse(await readFile(join(data, 'credentials.json'), 'utf8'));
  expect(first.out + first.note).not.toContain(secretAccessKey);
}, 120_000);

test('--once takes the other files and ends with 1 when one cannot be put, though nobody reads what it prints', async () => {
  const inbox = join(root, 'deep');
  // Longer than a key may be.
  const folder = join(inbox, ...Array.from({ length: 5 }, () => '长'.repeat(80)));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'a.txt'), 'x');
  await writeFile(join(inbox, 'b.txt'), await reportOf(2));
  const args = ['--once', '--no-samples', '--data', join(root, 'of-deep'), '--inbox', inbox];
  const child = spawn(process.execPath, [...MAIN, ...args, '--port', '0', '--s3-port', '0'], { cwd: ROOT });
  const ended = once(child, 'exit');
  child.stdout.destroy();
  let note = '';
  child.stderr.on('data', (part) => (note += part));
  expect(await ended).toEqual([1, null]);
  expect(note).toMatch(/1 份文件未能收取.*1 files of the inbox could not be taken/);
  expect(note).not.toContain('    at ');
}, 60_000);

test('a port that is taken is told in both languages, and the status is 2', async () => {
  const port = await serve();
  const { status, note } = await run('--data', join(root, 'other'), '--port', String(port), '--s3-port', '0');
  expect(status).toBe(2);
  expect(note).toContain(`端口 ${port} 已被占用`);
  expect(note).toContain(`Port ${port} is taken; choose another with --port`);
}, 60_000);

test('a file in the place of a folder is told in both languages, and the status is 2', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  const free = ['--port', '0', '--s3-port', '0', '--once', '--no-samples'];
  for (const [option, path] of [
    ['--data', file],
    ['--data', join(file, 'below')],
    ['--inbox', file],
  ] as const) {
    const other = option === '--data' ? ['--inbox', join(root, 'none')] : ['--data', join(root, 'other')];
    const { status, note } = await run(option, path, ...other, ...free);
    expect(status).toBe(2);
    expect(note).toContain(`${path} 不是文件夹，请用 ${option} 另选一个`);
    expect(note).toContain(`is not a folder; choose another with ${option}`);
    expect(note).not.toContain('    at ');
  }
}, 60_000);

test('an inbox that would take in the data folder is refused in both languages, with status 2', async () => {
  for (const [data, inbox] of [
    ['one', 'one'],
    ['one', 'one/inbox/below'],
    ['one/data', 'one'],
  ] as const) {
    const { status, note } = await run('--data', join(root, data), '--inbox', join(root, inbox), '--once');
    expect(status).toBe(2);
    expect(note).toMatch(/重叠[\s\S]*overlaps the data folder/);
  }
}, 60_000);

test('damaged credentials are told in both languages, and the status is 2', async () => {
  const data = join(root, 'damaged');
  await mkdir(data);
  await writeFile(join(data, 'credentials.json'), '{}');
  const free = ['--port', '0', '--s3-port', '0', '--once', '--no-samples'];
  const { status, note } = await run('--data', data, '--inbox', join(root, 'none'), ...free);
  expect(status).toBe(2);
  expect(note).toMatch(/credentials\.json 无法读取[\s\S]*delete it to have new credentials made/);
  expect(note).not.toContain('    at ');
}, 60_000);

test('a wrong option ends with 2, --help with 0', async () => {
  expect((await run('--port', 'x')).status).toBe(2);
  const help = await run('--help');
  expect(help.status).toBe(0);
  expect(help.out).toContain('--s3-port');
}, 60_000);

/** Begins to send a file to the bucket as a browser's form does, without leave, and goes away in the middle of it. */
const breakOffForm = async (bucketUrl: string): Promise<string> => {
  const { hostname, port, pathname } = new URL(bucketUrl);
  const socket = connect(Number(port), hostname).setEncoding('utf8');
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 1000000\r\n` +
      'Content-Type: multipart/form-data; boundary=b\r\n\r\n' +
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n一',
  );
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return answer;
};

test('SIGTERM ends it in order, with 0; before, a second process on the same data is refused, and so is half a form', async () => {
  const data = join(root, 'serving');
  const args = [
    '--data',
    data,
    '--inbox',
    join(root, 'none'),
    '--no-samples',
    '--port',
    '0',
    '--s3-port',
    '0',
  ];
  const child = spawn(process.execPath, [...MAIN, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('/reports')) break;
  }
  child.stdout.resume();
  const second = await run(...args);
  expect(second.status).toBe(2);
  expect(second.note).toContain('in use by another process');
  const client = await readFile(join(data, 's3-client.env'), 'utf8');
  const [, endpoint] = /AWS_ENDPOINT_URL_S3=(.*)/.exec(client) ?? [];
  const [, bucket] = /GOUJI_BUCKET=(.*)/.exec(client) ?? [];
  expect(await breakOffForm(`${endpoint}/${bucket}`)).toContain('AccessDenied');
  // It learns of it a moment later.
  await pause(500);
  expect((await fetch(`${endpoint}/`)).status).toBe(403);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 60_000);
