import { deflateSync } from 'node:zlib';
import { readPdf } from '../../../shared/document/pdf/read-pdf.ts';
import { makeBomb } from '../make-bomb.ts';
import { buildPdf, deflated, pdfOfPages, plain, type StreamSource, textAt } from './build-pdf.ts';

const rejection = async (bytes: Uint8Array): Promise<string> => {
  const result = await readPdf(bytes);
  return result.ok ? 'read' : `${result.rejection.reason}: ${result.rejection.message.en}`;
};

/** Forms from X1 on, each of which draws the next one `fan` times. */
const forms = (depth: number, fan: number): StreamSource[] =>
  Array.from({ length: depth }, (_, i) => {
    const next = `<< /X1 ${6 + i + 1} 0 R >>`;
    const entries = `/Subtype /Form /BBox [0 0 600 800] /Resources << /XObject ${next} /Font << /F1 3 0 R >> >>`;
    return plain(i === depth - 1 ? textAt(10, 10, '1') : '/X1 Do '.repeat(fan), entries);
  });

describe('a hostile PDF is rejected before it does harm', () => {
  const bomb = makeBomb(1500);

  test('when 1.5 MB inflate to 1.5 GB', async () => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const reason = await rejection(pdfOfPages([plain(bomb, '/Filter /FlateDecode')]));
    expect(reason).toContain('too-large: ');
    expect(reason).toContain('inflated bytes');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  test('when a stream is packed twice', async () => {
    const packed = plain(deflateSync(bomb), '/Filter [/FlateDecode /FlateDecode]');
    expect(await rejection(pdfOfPages([packed]))).toContain('inflated bytes');
  });

  test('when the page content calls itself a picture', async () => {
    const picture = plain(bomb, '/Subtype /Image /Filter /FlateDecode');
    expect(await rejection(pdfOfPages([picture]))).toContain('inflated bytes');
  });

  test('when an object stream inflates without end', async () => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      plain(bomb, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'),
    ];
    expect(await rejection(buildPdf(objects))).toContain('inflated bytes');
  });

  test('when forms draw forms without end', async () => {
    expect(await rejection(pdfOfPages(['/X1 Do'], undefined, forms(12, 10)))).toContain(
      'drawing instructions',
    );
  });

  test('when a page has millions of instructions', async () => {
    expect(await rejection(pdfOfPages([deflated('q Q '.repeat(5e6))]))).toContain('drawing instructions');
  });

  test('when a character map unfolds to four billion characters', async () => {
    const map = 'begincmap 1 beginbfrange <00000000> <ffffffff> <0000> endbfrange endcmap';
    expect(await rejection(pdfOfPages([textAt(1, 1, '1')], undefined, [plain(map)]))).toContain('characters');
  });

  test('when arrays stand inside each other without end', async () => {
    const arrays = `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(1e5)}${']'.repeat(1e5)} >>`;
    expect(await rejection(buildPdf([arrays]))).toContain('nesting depth');
  });

  test('when it has more pages than a report can have', async () => {
    const kids = Array.from({ length: 600 }, (_, i) => `${i + 3} 0 R`).join(' ');
    const pages = Array.from({ length: 600 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>');
    const tree = `<< /Type /Pages /Kids [${kids}] /Count 600 >>`;
    expect(await rejection(buildPdf(['<< /Type /Catalog /Pages 2 0 R >>', tree, ...pages]))).toContain(
      '500 pages',
    );
  });

  test('when a page tree leads back to itself', async () => {
    const tree = '<< /Type /Pages /Kids [2 0 R] /Count 1 >>';
    expect(await rejection(buildPdf(['<< /Type /Catalog /Pages 2 0 R >>', tree]))).toContain('damaged');
  });

  test('and the next document is read as if nothing had been', async () => {
    const result = await readPdf(pdfOfPages([textAt(100, 700, 'Total 12')]));
    expect(result.ok && result.document.blocks).toMatchObject([{ kind: 'paragraph', text: 'Total 12' }]);
  });
});
