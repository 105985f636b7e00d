import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NdjsonLedger } from '../../local/ndjson-ledger.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-ledger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lines = async (ledger: NdjsonLedger) => {
  const all: unknown[] = [];
  for await (const line of ledger.read()) all.push(line);
  return all;
};

test('what was appended at the same time is read in order', async () => {
  const ledger = await NdjsonLedger.open(join(folder, 'l'));
  await Promise.all(Array.from({ length: 100 }, (_, index) => ledger.append({ index, text: '勾稽\n' })));
  expect(await lines(ledger)).toEqual(Array.from({ length: 100 }, (_, index) => ({ index, text: '勾稽\n' })));
  await ledger.close();
});

test('half a line that a kill left behind is removed', async () => {
  const path = join(folder, 'l');
  const before = await NdjsonLedger.open(path);
  await before.append({ whole: 'x'.repeat(100_000) });
  await before.close();
  await appendFile(path, '{"half": "');
  const after = await NdjsonLedger.open(path);
  await after.append({ next: true });
  expect(await lines(after)).toHaveLength(2);
  await after.close();
  expect((await readFile(path, 'utf8')).endsWith('{"next":true}\n')).toBe(true);
});

test('a file that is nothing but half a line becomes empty', async () => {
  const path = join(folder, 'l');
  await appendFile(path, '{"half": "');
  const ledger = await NdjsonLedger.open(path);
  expect(await lines(ledger)).toEqual([]);
  await ledger.close();
});
