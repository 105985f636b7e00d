import { ALL_FORMATS, examined, PERIOD_2024, readAs, reportPage } from './in-formats.ts';

const titleOf = (agency: string, year: number | string) => `${agency}${year}年政府信息公开工作年度报告`;
const TITLE = titleOf('淮安市水利局', 2024);
const OWN = { agency: '淮安市水利局', year: 2024, title: TITLE, told: [] };

const LISTS: Readonly<Record<string, readonly string[]>> = {
  'last year': [titleOf('淮安市水利局', 2023)],
  'several years': [2023, 2022, 2021].map((year) => titleOf('淮安市水利局', year)),
  'the year after too': [2025, 2023].map((year) => titleOf('淮安市水利局', year)),
  'another office': [titleOf('淮安市财政局', 2023)],
  'another office, same year': [titleOf('淮安市财政局', 2024)],
  'many offices, same year': ['财政局', '教育局', '公安局', '民政局'].map((name) =>
    titleOf(`淮安市${name}`, 2024),
  ),
  'with dates': [
    `${titleOf('淮安市财政局', 2023)} 2024-01-15`,
    `[2024-01-12] ${titleOf('淮安市教育局', 2023)}`,
  ],
  numbered: [`1. ${titleOf('淮安市财政局', 2023)}`, `· ${titleOf('淮安市教育局', 2023)}`],
  'announcing another': ['关于公布2023年淮安市清江浦区财政局政府信息公开工作年度报告的通知'],
  'with Chinese numerals': [titleOf('淮安市水利局', '二〇二三')],
  'of twenty years': Array.from({ length: 20 }, (_, i) => titleOf('淮安市水利局', 2023 - i)),
  'page before': [`上一篇：${titleOf('淮安市财政局', 2024)}`],
};

describe.each(ALL_FORMATS)('links to other reports above the title, in %s', (format) => {
  test.each(Object.keys(LISTS))('%s', async (name) => {
    const above = LISTS[name]!;
    expect(await readAs(format, { above, title: TITLE, below: [PERIOD_2024] })).toMatchObject(OWN);
    const published = ['发布时间：2025-01-20', '来源：淮安市水利局'];
    expect(await readAs(format, { above, title: TITLE, below: [...published, PERIOD_2024] })).toMatchObject(
      OWN,
    );
  });

  test('and none of them is the title where the period tells of another year', async () => {
    const { agency, year, title, told } = await readAs(format, {
      above: LISTS['several years']!,
      below: [PERIOD_2024],
    });
    expect({ agency, year, title, told }).toEqual({
      agency: null,
      year: 2024,
      title: undefined,
      told: ['header/identity'],
    });
  });

  test('where no period is stated', async () => {
    const above = LISTS['several years']!;
    expect(await readAs(format, { above, title: TITLE })).toMatchObject(OWN);
  });

  test('below the title, with who signs it', async () => {
    const below = [titleOf('淮安市财政局', 2023), titleOf('淮安市财政局', 2022), PERIOD_2024];
    expect(await readAs(format, { title: TITLE, below })).toMatchObject(OWN);
    const others = [titleOf('淮安市财政局', 2024), PERIOD_2024];
    const end = ['淮安市水利局', '2025年1月20日'];
    expect(await readAs(format, { title: TITLE, below: others, end })).toMatchObject(OWN);
  });
});

describe.each(ALL_FORMATS)('a title that contradicts the period, in %s', (format) => {
  const old = titleOf('淮安市水利局', 2023);
  const contradicts = { agency: '淮安市水利局', year: 2023, told: expect.arrayContaining(['header/year']) };

  test('is told', async () => {
    expect(await readAs(format, { title: old, below: [PERIOD_2024] })).toMatchObject(contradicts);
  });

  test('is told below the way to it', async () => {
    for (const above of [[`首页 > 年报 > ${old}`], ['首页 > 政务公开 > 2023年政府信息公开年报']])
      expect(await readAs(format, { above, title: old, below: [PERIOD_2024] })).toMatchObject(contradicts);
  });

  test('is told where it is printed twice', async () => {
    const page = { above: [old], title: `(图解)${old}`, below: [PERIOD_2024] };
    expect(await readAs(format, page)).toMatchObject(contradicts);
  });
});

test('a heading that contradicts the period is told, whatever links agree with it', async () => {
  const link = `<ul><li>${TITLE}</li></ul>`;
  const heading = `<h1>${titleOf('淮安市水利局', 2023)}</h1>`;
  expect(await examined(reportPage(`${link}${heading}<p>${PERIOD_2024}</p>`))).toMatchObject({
    year: 2023,
    told: expect.arrayContaining(['header/year']),
  });
});

test.each(['标题：', '标题 ', '信息名称：', '图解：', '(图解)', '附件1：', '关于'])(
  'what a page says before a title is no part of the name: %s',
  async (words) => {
    const { agency, year } = await readAs('html', { title: words + TITLE, below: [PERIOD_2024] });
    expect({ agency, year }).toEqual({ agency: '淮安市水利局', year: 2024 });
  },
);

test('the window of the page tells the title where only links are printed', async () => {
  const links = `<ul>${LISTS['many offices, same year']!.map((title) => `<li>${title}</li>`).join('')}</ul>`;
  const menu = '<p>办事指南</p>'.repeat(9);
  const page = reportPage(`${menu}<h1>${TITLE}</h1>${links}<p>${PERIOD_2024}</p>`, TITLE);
  expect(await examined(page)).toMatchObject(OWN);
});
