import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readPdf } from '../../../shared/document/pdf/read-pdf.ts';
import { cases } from '../../cases.ts';
import { buildPdf, deflated, pdfOfPages, plain, textAt } from './build-pdf.ts';

const whole = new Uint8Array(readFileSync('test/reports/f3-official-2019.pdf'));

const outcome = async (bytes: Uint8Array): Promise<unknown> => {
  const result = await readPdf(bytes);
  return result.ok ? result.document.blocks : result.rejection.reason;
};

/** Text of all blocks, or the reason of the rejection. */
const text = async (bytes: Uint8Array): Promise<string> => JSON.stringify(await outcome(bytes));

const indexOf = (bytes: Uint8Array, word: string): number => Buffer.from(bytes).indexOf(word, 0, 'latin1');

describe('a PDF that is not whole is damaged', () => {
  test('wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: whole.length - 2 }), async (length) => {
        expect(await outcome(whole.subarray(0, length))).toBe('damaged');
      }),
      cases(60),
    );
  });

  test('when bytes are missing in the middle', async () => {
    const half = whole.length >> 1;
    const gap = Buffer.concat([whole.subarray(0, half), whole.subarray(half + 100)]);
    expect(await outcome(gap)).toBe('damaged');
  });

  test('when a page content does not agree with its checksum', async () => {
    const changed = pdfOfPages([deflated(textAt(100, 700, 'Total 12'))]);
    const at = indexOf(changed, 'endstream') - 3;
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await outcome(changed)).toBe('damaged');
  });

  test('when a page content stops before its end', async () => {
    const { content } = deflated(textAt(100, 700, 'Total 12').repeat(50));
    const cut = plain(Buffer.from(content).subarray(0, 30), '/Filter /FlateDecode');
    expect(await outcome(pdfOfPages([cut]))).toBe('damaged');
  });

  test('when the table leads to another object', async () => {
    const pdf = Buffer.from(pdfOfPages([textAt(100, 700, 'Total 12')]));
    const at = pdf.indexOf('5 0 obj');
    pdf.write('9 0 obj', at, 'latin1');
    expect(await outcome(new Uint8Array(pdf))).toBe('damaged');
  });

  test('when a page of the tree is not there', async () => {
    const tree = '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>';
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>';
    expect(await outcome(buildPdf(['<< /Type /Catalog /Pages 2 0 R >>', tree, page]))).toBe('damaged');
  });

  test('when a later revision was cut off', async () => {
    const cut = Buffer.concat([whole, Buffer.from('9 0 obj\n<< /Length 5 >>\nstream\nab')]);
    expect(await outcome(cut)).toBe('damaged');
  });
});

describe('a PDF that is whole is read', () => {
  test('with bytes in front of its header and spaces behind its end', async () => {
    const moved = Buffer.concat([Buffer.from('\n\n\n'), whole, Buffer.from('\r\n\0\0')]);
    expect(await text(moved)).toBe(await text(whole));
  });

  test('with an object that is empty', async () => {
    const pdf = pdfOfPages([textAt(100, 700, 'Total 12')], undefined, ['']);
    expect(await text(pdf)).toContain('Total 12');
  });

  test('with a stream that is empty', async () => {
    const empty = plain('', '/Filter /FlateDecode');
    expect(await text(pdfOfPages([textAt(100, 700, 'Total 12')], undefined, [empty]))).toContain('Total 12');
  });

  test('with a checksum that the producer left out', async () => {
    const { content } = deflated(textAt(100, 700, 'Total 12'));
    const bare = plain(Buffer.from(content).subarray(0, -4), '/Filter /FlateDecode');
    expect(await text(pdfOfPages([bare]))).toContain('Total 12');
  });

  test('with a stream length that is wrong', async () => {
    const pdf = Buffer.from(pdfOfPages([textAt(100, 700, 'Total 12')]));
    const at = pdf.indexOf('/Length ');
    pdf.write('/Length 9 ', at, 'latin1');
    expect(await text(new Uint8Array(pdf))).toContain('Total 12');
  });
});

describe('a PDF with changed bytes', () => {
  test('gives a result and no exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const changed = whole.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          const result = await outcome(changed);
          expect(typeof result === 'string' || Array.isArray(result)).toBe(true);
        },
      ),
      cases(40),
    );
  });
});
