import { readPdf } from '../../../shared/document/pdf/read-pdf.ts';
import { shown } from '../show-blocks.ts';
import { buildPdf, lineFrom, pdfOfPages, plain, textAt } from './build-pdf.ts';

const read = async (bytes: Uint8Array): Promise<string[]> => shown(await readPdf(bytes));

/** Lines of a grid with the given edges, in points from the page's lower left corner. */
const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [
    ...ys.map((y) => lineFrom(xs[0]!, y, xs.at(-1)!, y)),
    ...xs.map((x) => lineFrom(x, ys[0]!, x, ys.at(-1)!)),
  ].join('');

const TABLE = grid([100, 200, 300], [600, 620, 640]);
const CELLS = textAt(105, 625, 'a') + textAt(205, 625, '12') + textAt(105, 605, 'b') + textAt(205, 605, '34');
const READ = ['0,0 a', '0,1 12', '1,0 b', '1,1 34'];

describe('a table on a page', () => {
  test('has the cells that its lines enclose', async () => {
    expect(await read(pdfOfPages([TABLE + CELLS]))).toEqual(READ);
  });

  test('has them where borders are thin boxes, stroked boxes or a path of many', async () => {
    const thin =
      'q 0 g 100 600 200 0.7 re f 100 620 200 0.7 re f 100 640 200 0.7 re f 100 600 0.7 40 re f 200 600 0.7 40 re f 300 600 0.7 40 re f Q ';
    const boxes = '100 600 100 20 re S 200 600 100 20 re S 100 620 100 20 re S 200 620 100 20 re S ';
    const path =
      '100 600 m 300 600 l 100 620 m 300 620 l 100 640 m 300 640 l 100 600 m 100 640 l 200 600 m 200 640 l 300 600 m 300 640 l S ';
    for (const lines of [thin, boxes, path]) expect(await read(pdfOfPages([lines + CELLS]))).toEqual(READ);
  });

  test('has them inside a form and under a scaled space', async () => {
    const form = plain(
      TABLE + CELLS,
      '/Subtype /Form /BBox [0 0 600 850] /Matrix [1 0 0 1 50 0] /Resources << /Font << /F1 3 0 R >> >>',
    );
    expect(await read(pdfOfPages(['q 0.8 0 0 0.8 0 0 cm /X1 Do Q'], undefined, [form]))).toEqual(READ);
  });

  test('has empty cells, and cells that span rows and columns', async () => {
    const lines =
      lineFrom(100, 600, 400, 600) +
      lineFrom(100, 640, 400, 640) +
      lineFrom(200, 620, 400, 620) +
      lineFrom(100, 600, 100, 640) +
      lineFrom(200, 600, 200, 640) +
      lineFrom(300, 600, 300, 620) +
      lineFrom(400, 600, 400, 640);
    expect(
      await read(pdfOfPages([lines + textAt(105, 615, 'a') + textAt(205, 625, 'b') + textAt(305, 605, '7')])),
    ).toEqual(['0,0 2x1 a', '0,1 1x2 b', '1,1 ', '1,2 7']);
  });

  test('keeps a number whole that is too wide for its cell', async () => {
    const lines = grid([100, 200, 230, 260], [600, 620]);
    const cells = textAt(105, 605, 'a') + textAt(198, 605, '3985758') + textAt(240, 605, '4');
    expect(await read(pdfOfPages([lines + cells]))).toEqual(['0,0 a', '0,1 3985758', '0,2 4']);
  });

  test('marks two numbers as unreadable that are printed over each other', async () => {
    const cells = textAt(185, 605, '447228') + textAt(202, 605, '3985');
    expect((await read(pdfOfPages([grid([100, 200, 300], [600, 620]) + cells]))).join()).toContain('\ufffd');
  });

  test('tells a number that is struck out from its correction beside it', async () => {
    const lines = grid([100, 200, 300], [600, 620]);
    // Helvetica's digits are 5.56 wide at this size.
    const cells = textAt(105, 605, '93') + lineFrom(105, 608.4, 116.1, 608.4) + textAt(116.1, 605, '94');
    const underlined = textAt(205, 605, '12') + lineFrom(205, 604, 216.1, 604);
    expect(await read(pdfOfPages([lines + cells + underlined]))).toEqual(['0,0 9\u03363\u033694', '0,1 12']);
  });

  test('keeps a number whole that a border runs through', async () => {
    const lines = grid([100, 200, 300], [600, 620]);
    const cells = textAt(105, 615, '93') + textAt(205, 605, '12');
    expect(await read(pdfOfPages([lines + cells]))).toEqual(['0,0 93', '0,1 12']);
  });

  test('keeps two numbers apart that stand in one cell because their border is missing', async () => {
    const lines = grid([100, 200, 230], [600, 640]);
    expect(await read(pdfOfPages([lines + textAt(210, 625, '1') + textAt(210, 605, '2')]))).toEqual([
      '0,0 ',
      '0,1 1\n2',
    ]);
  });

  test('is read without the watermark that lies across it', async () => {
    const mark = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 590 Tm (DRAFT) Tj ET ';
    expect(await read(pdfOfPages([mark + TABLE + CELLS]))).toEqual(READ);
  });

  test('is read once where a bold face is printed twice', async () => {
    const cells = textAt(105, 605, '11') + textAt(105.3, 605, '11') + textAt(205, 605, '5');
    expect(await read(pdfOfPages([grid([100, 200, 300], [600, 620]) + cells]))).toEqual(['0,0 11', '0,1 5']);
  });

  test('is read upright on a turned page, and where it is set sideways', async () => {
    expect(await read(pdfOfPages([TABLE + CELLS], '/MediaBox [0 0 595 842] /Rotate 90'))).toEqual(READ);
    const sideways = `q 0 1 -1 0 700 0 cm ${TABLE}${CELLS} Q`;
    expect(await read(pdfOfPages([sideways], '/MediaBox [0 0 595 842] /Rotate 90'))).toEqual(READ);
    expect(await read(pdfOfPages([sideways]))).toEqual(READ);
  });

  test('goes on over a page break, without its header and the page numbers in between', async () => {
    const head = textAt(105, 625, 'Item') + textAt(205, 625, 'Sum');
    const first = TABLE + head + textAt(105, 605, '1.a') + textAt(205, 605, '12') + textAt(290, 30, '- 1 -');
    const second = TABLE + head + textAt(105, 605, '2.b') + textAt(205, 605, '34') + textAt(290, 30, '- 2 -');
    expect(await read(pdfOfPages([first, second]))).toEqual([
      '0,0 Item',
      '0,1 Sum',
      '1,0 1.a',
      '1,1 12',
      '2,0 2.b',
      '2,1 34',
    ]);
  });

  test('goes on over a page break where the browser draws no line on top', async () => {
    const open =
      lineFrom(100, 600, 300, 600) +
      [100, 200, 300].map((x) => lineFrom(x, 600, x, 640)).join('') +
      lineFrom(100, 620, 300, 620);
    const first = TABLE + CELLS;
    const second =
      open +
      textAt(105, 625, '3.c') +
      textAt(205, 625, '5') +
      textAt(105, 605, '4.d') +
      textAt(205, 605, '6');
    expect(await read(pdfOfPages([first, second]))).toEqual([
      ...READ,
      '2,0 3.c',
      '2,1 5',
      '3,0 4.d',
      '3,1 6',
    ]);
  });

  test('puts a row together that the page break cuts, and never two rows with numbers', async () => {
    const row = grid([100, 200, 300], [600, 620]);
    const upper = row + textAt(105, 605, '5.long') + textAt(205, 605, '7');
    const rest = row + textAt(105, 605, 'label');
    const other = row + textAt(105, 605, 'label') + textAt(205, 605, '8');
    expect(await read(pdfOfPages([upper, rest]))).toEqual(['0,0 5.long label', '0,1 7']);
    expect(await read(pdfOfPages([upper, other]))).toEqual(['0,0 5.long', '0,1 7', '1,0 label', '1,1 8']);
  });

  test('without lines is placed by its alignment', async () => {
    const rows = [
      ['Name', 'Old', 'New'],
      ['1.a', '10', '20'],
      ['2.b', '30', '40'],
    ];
    const text = rows
      .flatMap((row, i) => row.map((cell, j) => textAt(100 + 100 * j, 600 - 20 * i, cell)))
      .join('');
    const result = await readPdf(pdfOfPages([text]));
    expect(shown(result)).toEqual([
      '0,0 Name',
      '0,1 Old',
      '0,2 New',
      '1,0 1.a',
      '1,1 10',
      '1,2 20',
      '2,0 2.b',
      '2,1 30',
      '2,2 40',
    ]);
    expect(result.ok && result.document.blocks).toMatchObject([{ rows: 'ragged', columns: 'ragged' }]);
  });
});

describe('the text of pages', () => {
  test('is whole paragraphs without running headers and page numbers', async () => {
    const page = (n: number, lines: readonly string[]): string =>
      textAt(60, 800, `Report of the office ${n}`) +
      lines.map((line, i) => textAt(100, 700 - 20 * i, line)).join('') +
      textAt(290, 30, `${n}/2`);
    const wide = 'words '.repeat(16).trim();
    expect(await read(pdfOfPages([page(1, [wide, wide]), page(2, [wide, 'end.', 'Next.'])]))).toEqual([
      `${wide} ${wide} ${wide} end.`,
      'Next.',
    ]);
  });

  test('reads radicals as the characters that they stand for', async () => {
    const map = plain(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <41> <2f2f> <42> <2ea0> endbfchar endcmap end end',
    );
    const pdf = buildPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      plain(textAt(100, 700, 'AB')),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
      map,
    ]);
    expect(await read(pdf)).toEqual(['工民']);
  });

  test('is read where a Chinese font is not embedded', async () => {
    const pdf = (encoding: string, hex: string): Uint8Array =>
      buildPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        plain(`BT /F1 12 Tf 100 700 Td <${hex}> Tj ET`),
        `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
        '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R /DW 1000 ' +
          '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
        '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 ' +
          '/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
      ]);
    expect(await read(pdf('UniGB-UCS2-H', '653f5e9c4fe1606f516c5f00003100320038'))).toEqual([
      '政府信息公开128',
    ]);
    expect(await read(pdf('GBK-EUC-H', 'd5feb8aed0c5cfa2b9abbfaa313238'))).toEqual(['政府信息公开128']);
  });

  test('leaves out what stands beyond the edge of the page', async () => {
    expect(await read(pdfOfPages([textAt(100, 700, 'seen') + textAt(900, 700, 'hidden')]))).toEqual(['seen']);
  });
});

const PICTURE = plain(
  Buffer.alloc(4, 128),
  '/Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
);
const SCAN = 'q 595 0 0 842 0 0 cm /X1 Do Q ';

describe('a PDF whose pages are pictures', () => {
  test('is a scan', async () => {
    expect(await read(pdfOfPages([SCAN], undefined, [PICTURE]))).toEqual(['rejected: scanned']);
  });

  test('is a scan with a page number or a scanner’s mark on it', async () => {
    expect(await read(pdfOfPages([SCAN + textAt(400, 20, 'Scanned by App')], undefined, [PICTURE]))).toEqual([
      'rejected: scanned',
    ]);
  });

  test('is a scan with recognised text lying invisible over it', async () => {
    const text = `3 Tr ${textAt(100, 700, 'recognised text 12 that nobody has proved '.repeat(3))}`;
    expect(await read(pdfOfPages([SCAN + text], undefined, [PICTURE]))).toEqual(['rejected: scanned']);
  });

  test('is none where pages have text beside a picture', async () => {
    const logo = 'q 50 0 0 50 0 0 cm /X1 Do Q ';
    expect(await read(pdfOfPages([logo + textAt(100, 700, 'Total 12')], undefined, [PICTURE]))).toEqual([
      'Total 12',
    ]);
  });
});
