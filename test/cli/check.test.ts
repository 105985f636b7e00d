import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORTS } from '../accuracy/truth.ts';
import { SYSTEM_FILES } from '../system-files.ts';
import { gouji } from './gouji.ts';

const CONSISTENT = join(REPORTS, '000_20cb44e099b31046.txt');
const INCONSISTENT = join(REPORTS, '001_c76baea7d958f164.txt');
const UNSIGNED = join(REPORTS, '003_2bbfb42973e84ecc.txt');

interface Line {
  source: { name: string; format: string; encoding: string; bytes: number; sha256: string };
  verdict: string;
  report: {
    agency: string;
    year: number;
    template: string;
    figures: Record<string, unknown>;
    sections: unknown[];
  };
  outcomes: { rule: string; subject: string; outcome: string }[];
  findings: { rule: string; subject: string; severity: string; message: { zh: string; en: string } }[];
  reason?: string;
  message?: { zh: string; en: string };
}

const lines = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

describe('gouji check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('prints one object a line in the order of the paths', async () => {
    const { status, stdout, stderr } = await gouji(['check', '--format', 'ndjson', INCONSISTENT, CONSISTENT]);
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const [first, second] = lines(stdout);
    expect([first!.source.name, second!.source.name]).toEqual([INCONSISTENT, CONSISTENT]);
    expect([first!.verdict, second!.verdict]).toEqual(['inconsistent', 'consistent']);
    expect(second!.source).toMatchObject({
      format: 'text',
      encoding: 'utf-8',
      bytes: 7180,
      sha256: 'fa7f7f5f9b340e12d58735a8e1a5adb41ed0d857f5a69f5a0b879f1cb8839651',
    });
    expect(second!.report).toMatchObject({ agency: '宁波市公安局鄞州分局', year: 2024, template: '2021' });
    expect(Object.keys(second!.report.figures)).toHaveLength(200);
    expect(second!.report.figures['requests.received.naturalPerson']).toEqual({
      value: 22,
      raw: '22',
      state: 'stated',
      at: { line: 86, column: 2 },
    });
  });

  test('names exactly the outcomes that fail in the source', async () => {
    const { stdout } = await gouji(['check', '--format', 'ndjson', INCONSISTENT]);
    const failed = lines(stdout)[0]!.outcomes.filter(({ outcome }) => outcome === 'fail');
    expect(failed.map(({ rule, subject }) => `${rule} ${subject}`).sort()).toEqual([
      'requests/balance business',
      'requests/balance naturalPerson',
      'requests/closed-total business',
      'requests/closed-total naturalPerson',
      'requests/row-total closed',
    ]);
  });

  test('exits 0 when nothing was found and with --fail-on never', async () => {
    expect((await gouji(['check', CONSISTENT])).status).toBe(0);
    expect((await gouji(['check', '--fail-on', 'never', INCONSISTENT])).status).toBe(0);
  });

  test('exits 2 for a path that is not there, after checking the others', async () => {
    const { status, stdout, stderr } = await gouji([
      'check',
      '--format',
      'ndjson',
      join(folder, 'nothing-here'),
      CONSISTENT,
    ]);
    expect(status).toBe(2);
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).toContain('nothing-here');
  });

  test.each([
    [['check'], '没有给出'],
    [['check', '--format', 'xml', CONSISTENT], 'ndjson'],
    [['check', '--nonsense', CONSISTENT], '--nonsense'],
    [['chekc'], 'chekc'],
  ])('exits 2 for wrong arguments: %j', async (args, told) => {
    const { status, stdout, stderr } = await gouji(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
  });

  test('walks folders by name, leaves hidden files out and follows no linked folder', async () => {
    const tree = join(folder, 'tree');
    mkdirSync(join(tree, 'b'), { recursive: true });
    mkdirSync(join(tree, '.hidden'));
    copyFileSync(CONSISTENT, join(tree, 'b', '2.txt'));
    copyFileSync(CONSISTENT, join(tree, 'a.txt'));
    copyFileSync(CONSISTENT, join(tree, '.hidden', 'x.txt'));
    symlinkSync(tree, join(tree, 'b', 'loop'));
    const { stdout } = await gouji(['check', '--format', 'ndjson', 'tree'], { folder });
    expect(lines(stdout).map(({ source }) => source.name)).toEqual([
      join('tree', 'a.txt'),
      join('tree', 'b', '2.txt'),
    ]);
  });

  test('files of the system are passed over in a folder, and checked when they are named', async () => {
    const tree = join(folder, 'windows');
    mkdirSync(tree);
    copyFileSync(CONSISTENT, join(tree, '报告.txt'));
    for (const name of SYSTEM_FILES) writeFileSync(join(tree, name), 'x');
    const { status, stdout } = await gouji(['check', '--format', 'ndjson', tree]);
    expect(status).toBe(0);
    expect(lines(stdout).map(({ source }) => source.name)).toEqual([join(tree, '报告.txt')]);
    const named = await gouji(['check', '--format', 'ndjson', join(tree, 'Thumbs.db')]);
    expect(named.status).toBe(1);
    expect(lines(named.stdout)).toMatchObject([{ verdict: 'rejected' }]);
  });

  test('counts a rejected document as an error, says why in both languages, and goes on', async () => {
    const empty = join(folder, 'empty.txt');
    writeFileSync(empty, '');
    const { status, stdout } = await gouji(['check', '--format', 'ndjson', empty, CONSISTENT]);
    expect(status).toBe(1);
    const [rejected, good] = lines(stdout);
    expect(rejected).toMatchObject({ verdict: 'rejected', reason: 'empty', outcomes: [], findings: [] });
    expect(rejected!.message!.zh).toMatch(/空/);
    expect(rejected!.message!.en).toMatch(/empty/);
    expect(good!.verdict).toBe('consistent');
  });

  test('never loads a file over the limit', async () => {
    const huge = join(folder, 'huge.txt');
    writeFileSync(huge, '');
    truncateSync(huge, 50 * 1024 * 1024);
    const { stdout } = await gouji(['check', '--format', 'ndjson', huge]);
    expect(lines(stdout)[0]).toMatchObject({ verdict: 'rejected', reason: 'too-large' });
  });

  test('reads no more of what never ends than a file may have', async () => {
    const { status, stdout } = await gouji(['check', '--format', 'ndjson', '/dev/zero']);
    expect(status).toBe(1);
    expect(lines(stdout)[0]).toMatchObject({ verdict: 'rejected', reason: 'too-large' });
  });

  test('json is one array', async () => {
    const { stdout } = await gouji(['check', '--format', 'json', CONSISTENT, UNSIGNED]);
    expect((JSON.parse(stdout) as Line[]).map(({ verdict }) => verdict)).toEqual([
      'consistent',
      'consistent',
    ]);
  });

  test('pretty names the row, the column, the printed number and its place, without colour in a pipe', async () => {
    const { stdout } = await gouji(['check', INCONSISTENT]);
    expect(stdout).toContain('勾稽不符');
    expect(stdout).toContain('三、（七）总计 · 自然人 = 0  第332行第3列');
    expect(stdout).not.toContain('\x1b[');
  });

  test('pretty says once what the repair is and how many there are', async () => {
    const text = readFileSync(CONSISTENT, 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
    const wrong = join(folder, 'wrong.txt');
    writeFileSync(wrong, text.replace('尚未审结\n\t总计\n\n\t2', '尚未审结\n\t总计\n\n\t19'));
    const { stdout } = await gouji(['check', wrong]);
    rmSync(folder, { recursive: true });
    expect(stdout).toContain(
      '      最小改法：可能应为 行政复议 结果维持 19→2。最小改法不唯一，共 2 种，也可能是：行政复议 总计 2→19。',
    );
    expect(stdout).not.toContain('另有');
    expect(stdout).not.toContain('可能的原因');
  });

  test('no sample of any format crashes the command', async () => {
    const { status, stdout, stderr } = await gouji(['check', '--format', 'ndjson', REPORTS]);
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(lines(stdout).length).toBeGreaterThan(42);
  });
});
