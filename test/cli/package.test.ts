import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-package-'));
  run('node', ['cli/package.mjs'], process.cwd());
  run('npm', ['pack', './dist/package', '--pack-destination', folder], process.cwd());
  const [packed = ''] = readdirSync(folder);
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, packed]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, args: readonly string[], cwd = folder, env: NodeJS.ProcessEnv = {}) => {
  const shell = process.platform === 'win32';
  return spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell,
    maxBuffer: 2 ** 26,
  });
};

const gouji = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  run(join(folder, 'node_modules/.bin/gouji'), args, folder, env);

test('installed far from the repository, the command reads every format', () => {
  const paths = readdirSync('test/reports')
    .filter((name) => /^f[1-4]-|^000_|\.md$/.test(name))
    .map((name) => resolve('test/reports', name));
  const { status, stdout, stderr } = gouji(['check', '--format', 'ndjson', ...paths]);
  expect([status, stderr]).toEqual([1, '']);
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { verdict: string; source: { format: string } });
  expect(results).toHaveLength(paths.length);
  expect(results.filter(({ verdict }) => verdict === 'rejected')).toEqual([]);
  const formats = new Set(results.map(({ source }) => source.format));
  expect([...formats].sort()).toEqual(
    ['text', 'markdown', 'html', 'docx', 'doc', 'odt', 'rtf', 'pdf', 'xlsx', 'xls', 'ofd', 'mht'].sort(),
  );
});

test('what speaks to AWS is in the package, too', () => {
  const { status, stderr } = gouji(['redrive', '--dead-letters', 'http://127.0.0.1:1/1/letters'], {
    AWS_ACCESS_KEY_ID: 'nobody',
    AWS_SECRET_ACCESS_KEY: 'nothing',
    AWS_REGION: 'cn-north-1',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('ECONNREFUSED')]);
});

test('the package needs no other, carries its licence, and names no place of the machine that made it', () => {
  const installed = join(folder, 'node_modules');
  expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['gouji']);
  const files = readdirSync(join(installed, 'gouji'));
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'pdfium.wasm']));
  for (const name of files)
    expect(readFileSync(join(installed, 'gouji', name)).includes(process.cwd())).toBe(false);
});

test('the folder of the command itself is not packed: it would lack what the command needs', () => {
  const { status, stdout } = run('npm', ['pack', '--dry-run'], resolve('cli'));
  expect([status, stdout]).toEqual([1, expect.stringContaining('npm run package')]);
});
