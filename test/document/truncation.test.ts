import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { read } from '../../shared/document/read.ts';
import type { ReadResult } from '../../shared/document/reader.ts';
import { cases } from '../cases.ts';

const FILES = [
  'f1-official-2021.docx',
  'f1-official-2021.doc',
  'f1-official-2021.rtf',
  'f1-official-2021.odt',
  'f1-official-2021.xlsx',
  'f1-official-2021.xls',
  'f1-official-2021.mht',
];

const outcome = (result: ReadResult): unknown =>
  result.ok ? result.document.blocks : result.rejection.reason;

describe('a file that was cut off', () => {
  test.each(FILES)('%s is damaged, or reads the same', async (file) => {
    const whole = readFileSync(`test/reports/${file}`);
    const expected = outcome(await read(whole, file));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 600, max: whole.length - 1 }), async (length) => {
        const cut = outcome(await read(whole.subarray(0, length), file));
        if (cut !== 'damaged') expect(cut).toEqual(expected);
      }),
      cases(40),
    );
  });
});

test.each([
  ['f1-official-2021.doc', 55_952],
  ['f1-official-2021.xls', 21_653],
] as const)(
  '%s cut off inside its directory, before the name that tells its format, is damaged',
  async (file, length) => {
    const whole = readFileSync(`test/reports/${file}`);
    expect(outcome(await read(whole.subarray(0, length), file))).toBe('damaged');
  },
);

describe('a file with a changed byte', () => {
  test.each(FILES)('%s gives a result and no exception', async (file) => {
    const whole = readFileSync(`test/reports/${file}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const changed = Uint8Array.from(whole);
          for (const [at, byte] of changes) changed[at] = byte;
          expect(typeof (await read(changed, file)).ok).toBe('boolean');
        },
      ),
      cases(40),
    );
  });
});
