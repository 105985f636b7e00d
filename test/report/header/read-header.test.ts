import { readHeader } from '../../../shared/report/header/read-header.ts';

const lines = (...texts: readonly string[]) =>
  texts.map((text, index) => ({ text, at: { line: index + 1, column: 1 } }));

const headerOf = (...texts: readonly string[]) => readHeader(lines(...texts), [], 'report.txt');

test('a sentence above the date is no signature, whatever its comma', () => {
  for (const comma of [',', '，']) {
    expect(headerOf(`感谢支持${comma}欢迎监督我局`, '2025年1月10日').agency).toBeUndefined();
  }
  expect(headerOf('甲市财政局', '2025年1月10日').agency).toBe('甲市财政局');
});

test('a statement that speaks of the annual report is no title, whatever its semicolon', () => {
  for (const semicolon of [';', '；']) {
    expect(headerOf(`现发布2024年政府信息公开年度报告${semicolon}欢迎监督`).title).toBeUndefined();
  }
  expect(headerOf('甲市财政局2024年政府信息公开工作年度报告').agency).toBe('甲市财政局');
});

test('the year that clauses of the narrative begin with is told, days aside', () => {
  const text = '本报告所列，2024年工作如下，2024年公开12条，截至2023年12月31日共30条。';
  const paragraphs = lines(text);
  const section = { number: 1, title: '总体情况', text, at: paragraphs[0]!.at, paragraphs };
  const { years } = readHeader([], [section], 'report.txt');
  expect(years).toEqual([{ source: 'narrative', year: 2024, at: paragraphs[0]!.at }]);
});

/** What an office calls itself without saying which one it is. */
const NO_NAMES =
  '我局 我委 我镇 我乡 我街道 我单位 我办 我们 我市财政局 我县公安局 本机关 本局 本镇 本乡 本级 本单位 本部门 本市 本县 本县财政局 ' +
  '本行政机关 本街道办事处 部门 部门(单位) 单位 各部门 各单位 机关 行政机关 某部门 某单位 (本级) 市本级 局机关 全市 全县 现将我局 关于本镇';

/** Real names that begin as those do. */
const REAL_NAMES =
  '本溪市人民政府 本溪市财政局 本溪县公安局 本溪满族自治县人民政府 本溪市 本溪县 本溪高新区管委会 本号镇人民政府 本斋回族乡 ' +
  '本布图镇 全州县人民政府 全椒县公安局 全南县 机关事务管理局 单县人民政府 单县公安局 某某县水利局 甲市财政局(本级)';

describe('what an office calls itself in the first person', () => {
  const title = (name: string) => `${name}2024年政府信息公开工作年度报告`;

  test.each(NO_NAMES.split(' '))('%s is no name', (name) => {
    expect(headerOf(title(name))).toMatchObject({ year: 2024 });
    expect(headerOf(title(name)).agency).toBeUndefined();
  });

  test.each(REAL_NAMES.split(' '))('%s is one', (name) => {
    expect(headerOf(title(name)).agency).toBe(name);
  });

  test('gives way to the name above the title', () => {
    expect(headerOf('甲市财政局', title('我局')).agency).toBe('甲市财政局');
    expect(headerOf('本机关', title('我局')).agency).toBeUndefined();
  });

  test('gives way to the name of the signature', () => {
    expect(headerOf(title('我局'), '甲市财政局', '2025年1月10日').agency).toBe('甲市财政局');
    expect(headerOf(title('本机关'), '本溪市财政局2025年1月10日').agency).toBe('本溪市财政局');
    expect(headerOf(title('本机关'), '本机关办公室', '2025年1月10日').agency).toBeUndefined();
  });

  test('gives way to whom to ask', () => {
    expect(headerOf(title('本机关'), '如有疑问,请与本溪市财政局联系(电话:1)。').agency).toBe('本溪市财政局');
    expect(headerOf(title('本机关'), '如有疑问,请与本机关办公室联系(电话:1)。').agency).toBeUndefined();
  });

  test('gives way to the publisher that the page names', () => {
    for (const label of ['发布机构', '发布单位', '发布机关', '公开主体', '编制机关'])
      expect(headerOf(title('我局'), `${label}：甲市财政局`, '发布时间：2025-01-10').agency).toBe(
        '甲市财政局',
      );
    expect(headerOf(title('我局'), '发布机构：', '发布时间：2025-01-10').agency).toBeUndefined();
    expect(headerOf(title('我局'), '发布机构：本单位').agency).toBeUndefined();
    expect(headerOf('发布机构：甲市人民政府办公室', title('乙镇')).agency).toBe('乙镇');
  });
});
