import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { examine } from '../../shared/checks/examine.ts';
import { BAD_FILES, type BadFile } from './bad-files.ts';

const run = promisify(execFile);

/** Loose bounds on a busy machine; what is measured is processor time, which other work does not lengthen much. */
const MOST_MILLISECONDS = 3000;
const MOST_MEGABYTES = 300;

/** The heaviest of each kind are measured in a process of their own. */
const HEAVY = [
  '50 MB of zeros',
  '100,000 rows',
  '6,000 rows that the form does not have',
  '200,000 rows of one cell in RTF',
  'a page nested 100,000 deep',
  '20,000 nested tables',
  'a single line of 30 MB',
];

describe('a file that is no report', () => {
  test.each(Object.entries(BAD_FILES))(
    '%s gets a clear verdict in both languages',
    async (_, file: BadFile) => {
      const { verdict, reason, message, report } = await examine(file.make(), file.name);
      expect(reason).toBe(file.reason);
      expect(verdict).toBe(file.reason ? 'rejected' : 'incomplete');
      if (file.reason) {
        expect(message?.zh).toMatch(/^[一-鿿].*。/);
        expect(message?.en).toMatch(/^[A-Z].*\./);
        expect(report).toBeUndefined();
      }
    },
  );
});

describe('quickly, in bounded memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-hostile-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const examineApart = async (content: Uint8Array, name: string) => {
    const path = join(folder, 'file');
    writeFileSync(path, content);
    const { stdout } = await run('node', ['--import', 'tsx', 'test/hostile/run-examine.ts', path, name]);
    return JSON.parse(stdout) as { reason?: string; processorMilliseconds: number; megabytes: number };
  };

  /** What the process holds without a document: Node, and the loader that compiles the sources. */
  let idle = 0;
  beforeAll(async () => {
    idle = (await examineApart(Buffer.from('一'), 'a.txt')).megabytes;
  }, 120_000);

  test.each(HEAVY)('%s', async (title) => {
    const { name, make, reason } = BAD_FILES[title]!;
    const result = await examineApart(make(), name);
    expect(result.reason).toBe(reason);
    expect(result.processorMilliseconds).toBeLessThan(MOST_MILLISECONDS);
    expect(result.megabytes - idle).toBeLessThan(MOST_MEGABYTES);
  });
});
