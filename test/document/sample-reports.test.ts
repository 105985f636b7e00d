import { readFileSync } from 'node:fs';
import type { Block } from '../../shared/document/document.ts';
import { read } from '../../shared/document/read.ts';
import { figuresInOrder, knownFigures } from './figures-in-order.ts';

const blocksOf = async (file: string): Promise<readonly Block[]> => {
  const result = await read(readFileSync(`test/reports/${file}`), file);
  if (!result.ok) throw new Error(result.rejection.message.en);
  return result.document.blocks;
};

const SAMPLES = [
  'f1-official-2021.docx',
  'f1-official-2021.doc',
  'f1-official-2021.rtf',
  'f1-official-2021.odt',
  'f1-official-2021.xlsx',
  'f1-official-2021.xls',
  'f1-official-2021.mht',
  'f2-word-2021.docx',
  'f2-word-2021.doc',
  'f3-official-2019.docx',
  'made/f3-official-2019.doc',
  'f3-official-2019.xlsx',
  'f4-distinct-2021.docx',
];

describe('the reports made for testing', () => {
  test.each(SAMPLES)('%s has every figure in its cell', async (file) => {
    const figures = figuresInOrder(await blocksOf(file));
    expect(figures).toEqual(knownFigures(file.replace(/^made\/|\..*$/g, '')));
  });

  test.each(SAMPLES.filter((file) => file.startsWith('f1')))(
    '%s has its paragraphs in order',
    async (file) => {
      const blocks = await blocksOf(file);
      expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '(table)'))).toEqual([
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
      ]);
    },
  );
});
