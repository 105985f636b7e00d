import { gouji } from '../cli/gouji.ts';
import { carrying } from '../functions/carrying.ts';
import { sample, startMachine } from './machine.ts';

const TOKEN = 'a token for this test alone';
const AGENCY = '宁波市公安局镇海分局';

let machine: Awaited<ReturnType<typeof startMachine>>;
beforeAll(async () => {
  machine = await startMachine({ token: TOKEN });
}, 120_000);
afterAll(() => machine.stop());

const run = (...args: string[]) =>
  gouji(args, { env: { GOUJI_API: machine.local.apiUrl, GOUJI_TOKEN: TOKEN } });

const listed = async () => {
  const { stdout } = await run('review', 'list', AGENCY, '2019', '--format', 'json');
  const { findings } = JSON.parse(stdout) as {
    findings: { severity: string; fingerprint: string; review?: { verdict: string; by: string } }[];
  };
  return findings.filter(({ severity }) => severity === 'error');
};

test('findings are listed, dismissed, and then raise no alert when the same report comes again', async () => {
  const bytes = await sample('001_c76baea7d958f164.txt');
  await machine.put('001.txt', bytes);
  await machine.local.whenIdle();
  const errors = await listed();
  expect(errors).toHaveLength(5);

  const beginnings = errors.map(({ fingerprint }) => fingerprint.slice(0, 8));
  const dismissed = await run(
    'review',
    'dismiss',
    AGENCY,
    '2019',
    ...beginnings,
    '--reason',
    '与印刷稿一致',
    '--by',
    '张三',
  );
  expect([dismissed.status, dismissed.stderr]).toEqual([0, '']);
  expect(dismissed.stdout).toContain('已排除 · 张三');
  const list = (zone: string) =>
    gouji(['review', 'list', AGENCY, '2019'], {
      env: { GOUJI_API: machine.local.apiUrl, GOUJI_TOKEN: TOKEN, TZ: zone },
    });
  expect((await list('Asia/Shanghai')).stdout).toMatch(/张三 · \d{4}-\d\d-\d\d \d\d:\d\d \+08:00 · /);
  expect((await list('America/St_Johns')).stdout).toMatch(/ -0[23]:30 · /);
  expect((await listed()).map(({ review }) => review?.verdict)).toEqual(errors.map(() => 'dismissed'));

  await machine.put('again.txt', Buffer.concat([bytes, Buffer.from('\n')]));
  await machine.local.whenIdle();
  expect(await machine.events('report.recorded.v1')).toHaveLength(2);
  expect(await machine.events('report.inconsistent.v1')).toHaveLength(1);
});

test('a dismissal without a reason, or of no finding, is refused in one line', async () => {
  for (const [args, words] of [
    [['dismiss', AGENCY, '2019', 'fda6'], '--reason'],
    [['confirm', AGENCY, '2019', 'ffffffffffffffff'], 'ffffffffffffffff'],
    [['list', '无此局', '2019'], 'No report'],
    [['foo', AGENCY, '2019'], '子命令 command: foo'],
  ] as const) {
    const { status, stderr } = await run('review', ...args);
    expect([status, stderr.includes(words), stderr.includes('    at ')]).toEqual([2, true, false]);
  }
  const { status, stderr } = await gouji(['review', 'list', AGENCY, '2019', '--api', machine.local.apiUrl], {
    env: { GOUJI_TOKEN: undefined },
  });
  expect([status, stderr.includes('token')]).toEqual([2, true]);
});

test('an earlier year that is dropped later changes the verdict of the later one and raises its alert', async () => {
  const agency = '某县教育局';
  await machine.put('2024.txt', carrying({ agency, year: 2024, over: 0, forward: 0 }));
  await machine.local.whenIdle();
  await machine.put('2023.txt', carrying({ agency, year: 2023, over: 0, forward: 3 }));
  await machine.local.whenIdle();
  const { stdout } = await run('review', 'list', agency, '2024');
  expect(stdout).toContain('勾稽不符');
  expect(stdout).toContain('history/carried-over');
  const alerts = (await machine.events('report.inconsistent.v1')).filter(
    ({ detail }) => (detail.data as { agency: string }).agency === agency,
  );
  expect(alerts).toHaveLength(1);
});

test('checking an agency again that has no record says so', async () => {
  for (const args of [[], ['--apply'], ['--year', '2019', '--format', 'json']]) {
    const { status, stderr } = await run('recheck', '--agency', '无此局', ...args);
    expect([status, stderr.includes('没有找到 无此局'), stderr.includes('No record of')]).toEqual([
      2,
      true,
      true,
    ]);
  }
});

test('checking again under the same rules finds nothing to do, from what was kept and from the originals', async () => {
  for (const from of [[], ['--from-source']]) {
    const { status, stdout, stderr } = await run('recheck', '--format', 'ndjson', ...from);
    const changes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { changed: boolean; due: boolean });
    expect(changes).toHaveLength(3);
    expect(changes.filter(({ changed, due }) => changed || due)).toEqual([]);
    expect([status, stderr]).toEqual([0, expect.stringContaining('3 份报告：0 份有变化')]);
  }
  const before = (await machine.local.events()).length;
  expect((await run('recheck', '--apply')).status).toBe(0);
  await machine.local.whenIdle();
  expect(await machine.local.events()).toHaveLength(before);
});
