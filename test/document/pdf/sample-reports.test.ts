import { readFileSync } from 'node:fs';
import type { Block } from '../../../shared/document/document.ts';
import { readPdf } from '../../../shared/document/pdf/read-pdf.ts';
import { figuresInOrder, knownFigures } from '../figures-in-order.ts';

const blocksOf = async (name: string): Promise<readonly Block[]> => {
  const result = await readPdf(readFileSync(`test/reports/${name}.pdf`));
  if (!result.ok) throw new Error(result.rejection.message.en);
  return result.document.blocks;
};

const paragraphs = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : '(table)'));

/** A row that these reports have and the form of their year has not. */
const UNLISTED: Readonly<Record<string, string>> = { '01-hongze-2023': '（六）其他处理' };

const listed = (blocks: readonly Block[], name: string): Block[] =>
  blocks.map((block) => {
    if (block.kind === 'paragraph') return block;
    const unlisted = block.cells.find(({ text }) => text === UNLISTED[name]);
    return { ...block, cells: block.cells.filter(({ row }) => !unlisted || row !== unlisted.row) };
  });

const NAMES = [
  '01-hongze-2023',
  '03-huaian-2024',
  'f1-official-2021',
  'f1-official-2021.chromium',
  'f2-word-2021',
  'f3-official-2019',
  'f4-distinct-2021.chromium',
];

describe('real and printed PDFs', () => {
  test.each(NAMES)('%s has every figure in its cell, over page breaks too', async (name) => {
    const blocks = await blocksOf(name);
    expect(figuresInOrder(listed(blocks, name))).toEqual(knownFigures(name.replace('.chromium', '')));
    expect(
      blocks.filter((block) => block.kind === 'table').map(({ rows, columns }) => [rows, columns]),
    ).toEqual([
      ['exact', 'exact'],
      ['exact', 'exact'],
      ['exact', 'exact'],
    ]);
  });

  test.each(NAMES)('%s says for each cell on which page and where it stands', async (name) => {
    for (const block of await blocksOf(name)) {
      for (const { at } of block.kind === 'table' ? block.cells : [block]) {
        if (!('box' in at)) throw new Error('no page place');
        const [left, top, right, bottom] = at.box;
        expect(at.page).toBeGreaterThan(0);
        expect(left < right && top < bottom && left >= 0 && bottom <= 843).toBe(true);
      }
    }
  });

  test('has the sections of a printed web page in order and unbroken', async () => {
    const expected = [
      '淮安市人民政府2024年政府信息公开工作年度报告',
      '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
      '一、总体情况',
      '（一）主动公开。2024年，本机关通过门户网站主动公开政府信息468条。',
      '（二）依申请公开。全年新收政府信息公开申请3119件，上年结转34件，办结3050件，结转下年度继续办理103件。',
      '（三）政府信息管理。严格落实保密审查制度。',
      '（四）平台建设。维护门户网站和政务新媒体。',
      '（五）监督保障。全年因政府信息公开被申请行政复议351件，被提起行政诉讼46件。',
      '二、主动公开政府信息情况',
      '(table)',
      '三、收到和处理政府信息公开申请情况',
      '(table)',
      '四、政府信息公开行政复议、行政诉讼情况',
      '(table)',
      '五、存在的主要问题及改进情况',
      '公开内容的深度还需加强，下一步将加强业务培训。',
      '六、其他需要报告的事项',
      '本年度未收取政府信息公开信息处理费。',
    ];
    expect(paragraphs(await blocksOf('f1-official-2021.chromium'))).toEqual(expected);
    expect(paragraphs(await blocksOf('f1-official-2021'))).toEqual(expected);
  });

  test('has the paragraphs of a real report whole over page breaks, without page numbers', async () => {
    const texts = paragraphs(await blocksOf('03-huaian-2024'));
    const starts = texts.map((text) => text.slice(0, 6));
    expect(starts).toEqual(
      [
        '淮安市人民政',
        '2024年政',
        '本报告由淮安',
        '一、总体情况',
        '2024年，',
        '（一）主动公',
        '（二）依申请',
        '（三）政府信',
        '（四）政府信',
        '（五）政府信',
        '二、主动公开',
        '(table',
        '三、收到和处',
        '(table',
        '四、政府信息',
        '(table',
        '五、存在的主',
        '对照上级新要',
        '针对存在问题',
        '六、其他需要',
        '2024年，',
      ].map((text) => text.slice(0, 6)),
    );
    expect(texts.every((text) => /[）。情况府告项)]$/.test(text))).toBe(true);
    expect(texts[5]).toContain('“加快建设长三角北部重要产业科技创新高地的若干政策”等新闻发布会12场');
  });

  test('puts together a label that a page break cuts in two', async () => {
    const [, requests] = (await blocksOf('03-huaian-2024')).filter((block) => block.kind === 'table');
    const cell = requests?.cells.find(({ text }) => text.startsWith('（四）'));
    expect(cell).toMatchObject({ text: '（四）无法提供', rowSpan: 3, column: 1 });
  });
});
