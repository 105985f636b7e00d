import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HISTORY_RULES } from '../../shared/checks/history/history-rules.ts';
import { carrying } from '../functions/carrying.ts';
import { gouji } from './gouji.ts';

const agency = '怀远县公安局';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-history-'));
  await mkdir(join(folder, 'b'));
  await writeFile(join(folder, 'a-2024.txt'), carrying({ agency, year: 2024, over: 0, forward: 0 }));
  await writeFile(join(folder, 'b', '2023.txt'), carrying({ agency, year: 2023, over: 0, forward: 3 }));
  await writeFile(join(folder, 'c.txt'), carrying({ agency: '另一局', year: 2024, over: 0, forward: 0 }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Line {
  readonly verdict: string;
  readonly source: { readonly name: string };
  readonly findings: { readonly rule: string }[];
  readonly outcomes: { readonly rule: string; readonly outcome: string }[];
}

const check = async (...args: string[]) => {
  const { stdout, status, stderr } = await gouji(['check', '--format', 'ndjson', ...args, folder]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { lines, status, stderr };
};

test('--history holds neighbouring years against each other, one result a file, in the order of the paths', async () => {
  const { lines, status } = await check('--history');
  expect(lines.map(({ source, verdict }) => [source.name.slice(folder.length + 1), verdict])).toEqual([
    ['a-2024.txt', 'inconsistent'],
    [join('b', '2023.txt'), 'consistent'],
    ['c.txt', 'consistent'],
  ]);
  expect(lines[0]?.findings.map(({ rule }) => rule)).toEqual([
    'history/carried-over',
    'history/carried-over',
  ]);
  expect(status).toBe(1);
});

test('without it, the rules over two years leave everything open', async () => {
  const { lines, status } = await check();
  expect(lines.map(({ verdict }) => verdict)).toEqual(['consistent', 'consistent', 'consistent']);
  expect(JSON.stringify(lines.map(({ findings }) => findings))).not.toContain('history/');
  const expected = HISTORY_RULES.flatMap(({ id, subjects }) => subjects.map(() => [id, 'unknown']));
  for (const { outcomes } of lines) {
    const told = outcomes.filter(({ rule }) => rule.startsWith('history/'));
    expect(told.map(({ rule, outcome }) => [rule, outcome])).toEqual(expected);
  }
  expect(status).toBe(0);
});

test('two files of one year that disagree are not held against, and that is said', async () => {
  const twin = join(folder, 'd.txt');
  await writeFile(twin, carrying({ agency, year: 2023, over: 0, forward: 1 }));
  const { lines, stderr } = await check('--history');
  expect(lines[0]?.verdict).toBe('consistent');
  expect(stderr).toContain(`2023 ${agency}`);
  await rm(twin);
});
