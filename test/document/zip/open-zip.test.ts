import { Unreadable } from '../../../shared/document/unreadable.ts';
import { openZip } from '../../../shared/document/zip/open-zip.ts';
import { craftZip, deflatedBomb } from './craft-zip.ts';

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

/** The text of part `a`, or why it could not be read. */
const readA = (bytes: Uint8Array): string | undefined => {
  try {
    return text(openZip(bytes).read('a'));
  } catch (error) {
    if (error instanceof Unreadable) return `rejected: ${error.rejection.reason}`;
    throw error;
  }
};

const content = Buffer.from('政府信息公开'.repeat(50));

describe('a zip archive', () => {
  test('gives its parts, whatever the case of their names', () => {
    const zip = openZip(
      craftZip([
        { name: '[Content_Types].xml', content },
        { name: 'word\\A.xml', content },
      ]),
    );
    expect(zip.names).toEqual(['[Content_Types].xml', 'word/A.xml']);
    expect(text(zip.read('WORD/a.xml'))).toBe(content.toString());
    expect(zip.read('b')).toBeUndefined();
  });

  test('is read with bytes in front of it and behind it', () => {
    const zip = craftZip([{ name: 'a', content }]);
    expect(readA(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), zip, Buffer.from('\r\n')]))).toBe(
      content.toString(),
    );
  });

  test('is damaged when it is cut anywhere', () => {
    const zip = craftZip([
      { name: 'a', content },
      { name: 'b', content },
    ]);
    for (let length = 0; length < zip.length; length++) {
      expect(readA(zip.subarray(0, length))).toBe('rejected: damaged');
    }
  });

  test('is damaged when a checksum or a size is not that of the content', () => {
    expect(readA(craftZip([{ name: 'a', content, crc: 1 }]))).toBe('rejected: damaged');
    expect(readA(craftZip([{ name: 'a', content, size: content.length + 1 }]))).toBe('rejected: damaged');
  });

  test('is damaged when it names a part twice or parts overlap', () => {
    expect(
      readA(
        craftZip([
          { name: 'a', content },
          { name: 'a', content },
        ]),
      ),
    ).toBe('rejected: damaged');
    expect(
      readA(
        craftZip([
          { name: 'a', content },
          { name: 'b', content, offset: 0 },
        ]),
      ),
    ).toBe('rejected: damaged');
  });

  test('with a password is encrypted', () => {
    expect(readA(craftZip([{ name: 'a', content, flags: 1 }]))).toBe('rejected: encrypted');
  });

  test('with more parts than a report can have is too large', () => {
    const entries = Array.from({ length: 5000 }, (_, i) => ({ name: `${i}`, content }));
    expect(readA(craftZip(entries))).toBe('rejected: too-large');
  });

  test.each([
    ['that says so', 96 * 2 ** 24],
    ['that denies it', 1000],
  ])('that inflates to 1.5 GB is too large, and soon given up: a bomb %s', (_, size) => {
    const bomb = craftZip([{ name: 'a', packed: deflatedBomb(), size }]);
    const start = performance.now();
    expect(readA(bomb)).toBe('rejected: too-large');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
