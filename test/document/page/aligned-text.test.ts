import { readFileSync } from 'node:fs';
import type { Block, Table } from '../../../shared/document/document.ts';
import { alignedTextToBlocks } from '../../../shared/document/page/aligned-text.ts';

const linesOf = (text: string): string[] => text.replace(/^\n/, '').split('\n');

const rowsOf = (table: Table): string[][] => {
  const rows: string[][] = [];
  for (const { row = 0, text } of table.cells) {
    const cells = rows[row] ?? [];
    rows[row] = cells;
    cells.push(text);
  }
  return rows;
};

/** Paragraphs as their texts, tables as rows of texts. */
const shown = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : rowsOf(block)));

describe('text whose columns are aligned by spaces', () => {
  test('binds a label that wraps to the numbers that stand beside its middle', () => {
    const text = `
    1.短标签                    1    0   1
    2.很长很长的标签写不下
                              2    0   2
    就在下面接着写
    3.又一个很长的标签，           3    0   3
    接着写`;
    expect(shown(alignedTextToBlocks(linesOf(text)))).toEqual([
      [
        ['1.短标签', '1', '0', '1'],
        ['2.很长很长的标签写不下就在下面接着写', '2', '0', '2'],
        ['3.又一个很长的标签，', '3', '0', '3'],
      ],
      '接着写',
    ]);
  });

  test('keeps a group’s label out of its rows and puts it together over them', () => {
    const text = `
三、   1.甲                    1    0   1
本     2.乙                    2    0   2
年     3.丙                    3    0   3`;
    expect(shown(alignedTextToBlocks(linesOf(text)))).toEqual([
      [['三、本年'], ['1.甲', '1', '0', '1'], ['2.乙', '2', '0', '2'], ['3.丙', '3', '0', '3']],
    ]);
  });

  test('ends a table at a heading and at running text', () => {
    const text = `
信息内容          本年制发件数     现行有效件数
规章               1            2
规范性文件           3            4
三、收到和处理政府信息公开申请情况
全年收到申请3件。`;
    const [table, heading, narrative] = alignedTextToBlocks(linesOf(text));
    expect(table).toMatchObject({ kind: 'table', rows: 'ragged', columns: 'ragged' });
    expect([heading, narrative]).toMatchObject([
      { text: '三、收到和处理政府信息公开申请情况', at: { line: 4, column: 1 } },
      { text: '全年收到申请3件。' },
    ]);
  });

  test('says on which line and column each text begins, counted from the given line', () => {
    const [table] = alignedTextToBlocks(['行政许可      97    12', '行政处罚      98    13'], 40);
    expect((table as Table).cells.map(({ at }) => at)).toEqual([
      { line: 40, column: 1 },
      { line: 40, column: 11 },
      { line: 40, column: 17 },
      { line: 41, column: 1 },
      { line: 41, column: 11 },
      { line: 41, column: 17 },
    ]);
  });

  test('joins wrapped lines over page numbers and form feeds', () => {
    const full = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十';
    const lines = [
      `    ${full}`,
      full,
      full,
      full,
      '          - 1 -',
      `\f${full}`,
      full,
      full,
      full,
      '末尾。',
    ];
    expect(shown(alignedTextToBlocks(lines))).toEqual([`${full.repeat(8)}末尾。`]);
  });
});

describe('real reports printed with their layout', () => {
  test.each(['01-hongze-2023', '03-huaian-2024'])('%s has all rows with their numbers', (name) => {
    const blocks = alignedTextToBlocks(linesOf(readFileSync(`test/reports/${name}.layout.txt`, 'utf8')));
    const { figures } = JSON.parse(readFileSync(`test/reports/truth/${name}.json`, 'utf8'));
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block) : []));
    const numbers = (label: string): number[] =>
      rows
        .find(([first]) => first?.replace(/\s/g, '').includes(label))
        ?.slice(1)
        .map(Number) ?? [];
    const known = (prefix: string): number[] =>
      Object.keys(figures)
        .filter((id) => id.startsWith(prefix))
        .map((id) => figures[id]);
    expect(numbers('一、本年新收')).toEqual(known('requests.received.'));
    expect(numbers('（二）部分公开（区分处理的，只计这一情形，不计其他情形）')).toEqual(
      known('requests.partiallyGranted.'),
    );
    expect(numbers('5.要求行政机关确认或重新出具已获取信息')).toEqual(
      known('requests.declined.reconfirmation'),
    );
    expect(numbers('（七）总计')).toEqual(known('requests.closed.'));
    expect(numbers('四、结转下年度')).toEqual(known('requests.carriedForward.'));
    expect(rows.at(-1)?.map(Number)).toEqual(known('remedies.'));
    const sentences = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.text.includes('。') ? [block.text] : [],
    );
    expect(sentences.length).toBeGreaterThan(8);
    expect(sentences.every((text) => text.endsWith('。'))).toBe(true);
  });
});
