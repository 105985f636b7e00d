import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '../../../shared/document/document.ts';
import { read } from '../../../shared/document/read.ts';
import { readText } from '../../../shared/document/text/read-text.ts';
import { understand } from '../../../shared/report/understand.ts';
import { REPORTS } from '../../accuracy/truth.ts';

const TEXT = readFileSync(join(REPORTS, '000_20cb44e099b31046.txt'), 'utf8');

const utf16 = (text: string, mark: boolean, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const figuresOf = async (bytes: Uint8Array) => {
  const result = await read(bytes, 'report.txt');
  if (!result.ok) throw new Error(result.rejection.reason);
  const understood = understand(result.document, 'report.txt');
  if (!understood.ok) throw new Error(understood.rejection.reason);
  return { encoding: result.document.encoding, figures: understood.report.figures };
};

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 little endian with a mark', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(TEXT, false, false), 'utf-16le'],
  ])('%s gives the same figures', async (_, bytes, encoding) => {
    const expected = await figuresOf(Buffer.from(TEXT));
    const found = await figuresOf(bytes);
    expect(found.encoding).toBe(encoding);
    expect(found.figures).toEqual(expected.figures);
  });

  test('GB18030 is told from UTF-8 by strictness, not by guessing', async () => {
    const html = readFileSync(join(REPORTS, 'f1-official-2021.gbk.html'));
    const result = await read(html, 'f1.html');
    expect(result.ok && result.document.encoding).toBe('gb18030');
  });
});

const tablesOf = (text: string): Table[] => {
  const result = readText(Buffer.from(text));
  if (!result.ok) throw new Error(result.rejection.reason);
  return result.document.blocks.filter((block) => block.kind === 'table');
};

const tableOf = (text: string): Table => {
  const [table] = tablesOf(text);
  if (!table) throw new Error('no table');
  return table;
};

const rowsOf = ({ cells }: Table): string[][] => {
  const rows: string[][] = [];
  for (const { row = 0, text } of cells) {
    rows[row] ??= [];
    rows[row].push(text);
  }
  return rows;
};

describe('the ways in which plain text keeps cells apart', () => {
  test('a tab begins a cell, a line without one goes on, a blank line ends the row', () => {
    const table = tableOf('\t信息内容\n\t本年\n制发件数\n\n\t规章\n\t\n\t0\n');
    expect(rowsOf(table)).toEqual([
      ['信息内容', '本年\n制发件数'],
      ['规章', '', '0'],
    ]);
    expect(table.rows).toBe('exact');
  });

  test('bars stand between cells; an empty cell between two bars is kept', () => {
    expect(rowsOf(tableOf('规章 | 0 |  | 2 |\n行政许可 | 7 | | |\n'))).toEqual([
      ['规章', '0', '', '2'],
      ['行政许可', '7', '', ''],
    ]);
  });

  test('a markdown delimiter row is no row', () => {
    expect(rowsOf(tableOf('| 甲 | 乙 |\n|---|:---:|\n| 1 | 2 |\n'))).toEqual([
      ['甲', '乙'],
      ['1', '2'],
    ]);
  });

  test('lines drawn under each row hold a wrapped row together: digits on two lines are not two numbers', () => {
    const line = '+------+----+---+';
    const grid = [
      line,
      '| 予以 | 10 | 1 |',
      '| 公开 | 16 |   |',
      line,
      '| 总计 | 2  | 0 |',
      line,
      '| 结转 | 3  | 4 |',
      '| 下年 |    |   |',
      line,
    ];
    expect(tablesOf(grid.join('\n')).flatMap(rowsOf)).toEqual([
      ['予以\n公开', '10\n16', '1'],
      ['总计', '2', '0'],
      ['结转\n下年', '3', '4'],
    ]);
  });

  test('lines drawn around a table and under its head alone leave a row on each line', () => {
    const line = '+------+---+';
    const boxed = [line, '| 甲   | 乙 |', line, '| 规章 | 1 |', '| 许可 | 2 |', line];
    expect(tablesOf(boxed.join('\n')).flatMap(rowsOf)).toEqual([
      ['甲', '乙'],
      ['规章', '1'],
      ['许可', '2'],
    ]);
  });

  test('two spaces or more keep columns apart', () => {
    expect(rowsOf(tableOf('规章               0          0       11\n'))).toEqual([['规章', '0', '0', '11']]);
  });
});

describe('running text', () => {
  test('lines that a page broke are joined, headings are not', () => {
    const body = Array.from(
      { length: 8 },
      () => '坚持以人民为中心的发展思想，不断完善政府信息公开制度，建立健全保障机制，始终将政务公开',
    );
    const result = readText(
      Buffer.from(['一、总体情况', ...body, '工作推向前进。', '二、主动公开政府信息情况'].join('\n')),
    );
    expect(
      result.ok && result.document.blocks.map((block) => block.kind === 'paragraph' && block.text),
    ).toEqual(['一、总体情况', `${body.join('')}工作推向前进。`, '二、主动公开政府信息情况']);
  });
});
