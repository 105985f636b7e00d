import { readHeader } from '../../shared/report/header.ts';

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
