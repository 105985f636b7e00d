import { readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';

const PAGE = readFileSync('test/reports/f1-official-2021.html', 'utf8');
const SECTION_TWO = /<p[^>]*>(?:<[^>]*>)*二、主动公开政府信息情况/;

const tableOf = (rows: readonly string[]): string => {
  const cells = (row: string) => row.replace(/[^|]+/g, '<td>$&</td>').replaceAll('|', '');
  return `<p>情况见下表：</p><table border="1">${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
};

const APPLICANTS = '自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计';

describe('a summary in words of the form, before the tables of the form', () => {
  test.each([
    [
      'of requests by year',
      ['项目|2023年|2024年', '本年新收政府信息公开申请数量|15|18', '予以公开|7|8', '总计|15|20'],
    ],
    [
      'of requests by applicant',
      [`项目|${APPLICANTS}`, '本年新收政府信息公开申请数量|5|6|7|8|9|1|36', '予以公开|1|2|3|4|5|6|21'],
    ],
    ['of what was disclosed', ['类别|数量', '行政许可|120', '行政处罚|35', '行政强制|2']],
    [
      'of documents',
      ['信息内容|本年制发件数|本年废止件数|现行有效件数', '规章|1|2|3', '行政规范性文件|4|5|6'],
    ],
  ])('%s is none of them', async (_, rows) => {
    const summary = tableOf(rows);
    const before = await examine(Buffer.from(PAGE.replace(SECTION_TWO, `${summary}$&`)), 'a.html');
    const alone = await examine(Buffer.from(PAGE), 'a.html');
    const valuesOf = ({ report }: typeof alone) =>
      Object.entries(report?.figures ?? {}).map(([id, { state, value }]) => [id, state, value]);
    expect(PAGE).toMatch(SECTION_TWO);
    expect(valuesOf(before)).toEqual(valuesOf(alone));
    expect(before.verdict).toBe(alone.verdict);
  });
});

const valuesOf = async (page: string) => {
  const { report } = await examine(Buffer.from(page), 'a.html');
  return Object.entries(report?.figures ?? {}).map(([id, { state, value }]) => [id, state, value]);
};

/** The second table of the page, and the same with other numbers. */
const OWN = /<table(?:(?!<table)[\s\S])*?本年新收(?:(?!<table)[\s\S])*?<\/table>/.exec(PAGE)?.[0] ?? '';
const OTHER = OWN.replace(/>(\d+)</g, (_, digits: string) => `>${Number(digits) + 1}<`);

describe("last year's table 三 beside the report's own, each under its year", () => {
  test.each([
    ['before it', `<p>2023年情况（对比）：</p>${OTHER}<p>2024年情况：</p>${OWN}`],
    ['behind it', `<p>2024年情况：</p>${OWN}<p>2023年情况：</p>${OTHER}`],
  ])('%s is not read', async (_, both) => {
    expect(OTHER).not.toBe(OWN);
    expect(await valuesOf(PAGE.replace(OWN, both))).toEqual(await valuesOf(PAGE));
  });
});

const SECTION_FOUR = /四、政府信息公开行政复议、行政诉讼情况(?:<[^>]*>)*\s*<\/p>/;

describe('a small table of reconsideration and litigation before table 四', () => {
  test.each([
    [
      'with the results',
      ['项目|结果维持|结果纠正|其他结果|尚未审结|总计', '行政复议|9|8|7|6|30', '行政诉讼|5|4|3|2|14'],
    ],
    ['by year', ['年度|行政复议|行政诉讼', '2023|12|13', '2024|14|15']],
  ])('%s is not it', async (_, rows) => {
    expect(PAGE).toMatch(SECTION_FOUR);
    expect(await valuesOf(PAGE.replace(SECTION_FOUR, `$&${tableOf(rows)}`))).toEqual(await valuesOf(PAGE));
  });
});
