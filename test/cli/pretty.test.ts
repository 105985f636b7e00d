import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORTS } from '../accuracy/truth.ts';
import { gouji } from './gouji.ts';

const sample = (name: string): string => join(REPORTS, name);
const SIGNED_EARLY = sample('004_016fbde8dd5f1447.txt');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-pretty-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shown = async (...args: string[]): Promise<string> =>
  (await gouji(['check', ...args], { folder })).stdout;

test('what is no figure is called by its name, with what is printed there', async () => {
  copyFileSync(sample('f1-official-2021.docx'), join(folder, '年报2021.docx'));
  expect(await shown('年报2021.docx')).toMatch(/\n {8}文件名 = 2021\n/);
  expect(await shown('--lang', 'en', '年报2021.docx')).toMatch(/\n {8}file name = 2021\n/);
  expect(await shown(SIGNED_EARLY)).toContain('落款日期 = 2021-01-18  第616行第1列');
  expect(await shown('--lang', 'en', SIGNED_EARLY)).toContain(
    'date of signature = 2021-01-18  line 616, column 1',
  );
});

test('what was not found is named: rows, or a whole table', async () => {
  const page = readFileSync(sample('f1-official-2021.html'), 'utf8');
  writeFileSync(join(folder, 'no-table-2.html'), page.replace(/<table[\s\S]*?<\/table>/, ''));
  expect(await shown('no-table-2.html')).toContain('\n    没有读到：表二全部\n');
  expect(await shown(sample('p03-yueyang-nanhu-2019.txt'))).toMatch(/没有读到：表三全部；表四全部\n/);
  expect(await shown('--lang', 'en', sample('10a-pingtan-2019.txt'))).toMatch(/ {4}not found: 规范性文件; /);
  expect(await shown(sample('f1-official-2021.html'))).not.toContain('没有读到');
});

test('a warning is a 警告, and what is only told is a 提示', async () => {
  expect(await shown(SIGNED_EARLY)).toMatch(/警告 落款日期/);
  expect(await shown('年报2021.docx')).toMatch(/提示 文件名/);
});

test('what a terminal would obey is shown: in names of files and in what documents say', async () => {
  const name = 'a\x1b]0;title\x07\n✓ b.txt';
  const text = readFileSync(SIGNED_EARLY, 'utf8').replaceAll('依申请公开信息3条', '依\u202e申请公开信息3条');
  writeFileSync(join(folder, name), text);
  const stdout = await shown(name);
  expect(stdout).toContain('a\\x1b]0;title\\x07\\n✓ b.txt');
  expect(stdout).toContain('处理依\\u202e申请');
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});
