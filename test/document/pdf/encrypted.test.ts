import { readPdf } from '../../../shared/document/pdf/read-pdf.ts';
import { makeBomb } from '../make-bomb.ts';
import { deflated, type StreamSource, textAt } from './build-pdf.ts';
import { encryptedPdf } from './encrypt-pdf.ts';

const objects = (content: StreamSource) => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
  content,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
];

const page = deflated(textAt(100, 700, 'Total 12'));

const outcome = async (bytes: Uint8Array): Promise<unknown> => {
  const result = await readPdf(bytes);
  return result.ok ? result.document.blocks : result.rejection.reason;
};

describe('an encrypted PDF', () => {
  test('is rejected when it asks for a password', async () => {
    expect(await outcome(encryptedPdf(objects(page), 'secret', 'owner'))).toBe('encrypted');
  });

  test('is read when it only forbids to change it', async () => {
    expect(await outcome(encryptedPdf(objects(page), '', 'owner'))).toMatchObject([{ text: 'Total 12' }]);
  });

  test('is damaged when it only forbids to change it and its content is broken', async () => {
    const broken = { ...page, content: Buffer.from(page.content).fill(7, 12, 20) };
    expect(await outcome(encryptedPdf(objects(broken), '', 'owner'))).toBe('damaged');
  });

  test('is damaged when it is cut off', async () => {
    const whole = encryptedPdf(objects(page), '', 'owner');
    expect(await outcome(whole.subarray(0, whole.length - 40))).toBe('damaged');
  });

  test('is rejected when encryption hides a stream that inflates without end', async () => {
    const bomb = { entries: '/Filter /FlateDecode', content: makeBomb(1500) };
    expect(await outcome(encryptedPdf(objects(bomb), '', 'owner'))).toBe('too-large');
  });
});
