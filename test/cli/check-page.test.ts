import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { REPORTS } from '../accuracy/truth.ts';
import { gouji } from './gouji.ts';

const FILES = ['001_c76baea7d958f164.txt', '002_0bce9a6b48843d2b.txt', '004_016fbde8dd5f1447.txt'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-page-'));
  for (const name of FILES) await copyFile(join(REPORTS, name), join(folder, name));
  await copyFile('/dev/null', join(folder, '<script>x.txt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const elementsOf = (markup: string) => {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      elements.push({ name, attributes });
      open.push(name);
    },
    onclosetag(name, implied) {
      if (!implied) expect(open.pop()).toBe(name);
      else open.pop();
    },
  });
  parser.end(markup);
  return elements;
};

test('one page has a part for each file, and every number of a finding leads to its own cell', async () => {
  const { status, stdout } = await gouji(['check', '--format', 'html', folder]);
  expect(status).toBe(1);
  const elements = elementsOf(stdout);
  const named = (name: string) => elements.filter((element) => element.name === name);
  expect(named('section')).toHaveLength(FILES.length + 1);
  expect(named('script')).toEqual([]);
  expect(stdout).toContain('&lt;script&gt;x.txt');
  expect(stdout.trimEnd().endsWith('</html>')).toBe(true);

  const ids = named('td').map(({ attributes }) => attributes.id);
  expect(ids).toHaveLength(198 + 200 + 200);
  expect(new Set(ids).size).toBe(ids.length);
  const links = named('a').map(({ attributes }) => attributes.href?.slice(1));
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) expect(ids).toContain(link);
  const failing = named('td').filter(({ attributes }) => attributes.class?.includes('error'));
  expect(new Set(failing.map(({ attributes }) => attributes.id?.split('-')[0]))).toEqual(new Set(['1', '3']));
});

test('no files make an empty page', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'gouji-page-'));
  const { status, stdout } = await gouji(['check', '--format', 'html', empty]);
  await rm(empty, { recursive: true });
  expect(status).toBe(0);
  expect(elementsOf(stdout).map(({ name }) => name)).toContain('h1');
});
