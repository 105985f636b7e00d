import { ALL_FORMATS, examined, PERIOD_2024, readAs, reportPage } from './in-formats.ts';

const TITLE = '淮安市水利局2024年政府信息公开工作年度报告';
const OWN = { agency: '淮安市水利局', year: 2024, title: TITLE, told: [] };

/** The way to the page, as sites print it above the report. */
const TRAILS = [
  `当前位置：首页 > 政府信息公开 > 政府信息公开年报 > ${TITLE}`,
  `首页>${TITLE}`,
  `首页 / 信息公开 / ${TITLE}`,
  `您的位置：首页 › 政务公开 › 信息公开年报 › ${TITLE}`,
  `您现在的位置是： 网站首页 » 政府信息公开 » 年报 » ${TITLE}`,
  `网站首页 → 政务公开 → 政府信息公开年报 → ${TITLE}`,
  `首页 | 政务公开 | 政府信息公开工作年度报告 | ${TITLE}`,
  `首页-政务公开-年报-${TITLE}`,
  `首页->政务公开->年报->${TITLE}`,
  `【当前位置】首页＞信息公开＞${TITLE}`,
  `当前位置： 首页 政务公开 信息公开年报 ${TITLE}`,
  `政府信息公开 > 政府信息公开年报 > ${TITLE}`,
];

/** Ways that end above the report, and menus: none of it may become a name. */
const WITHOUT_TITLE = [
  '当前位置：首页 > 政府信息公开 > 政府信息公开年报',
  '当前位置：首页 > 政府信息公开 > 政府信息公开年报 > 2024年',
  '首页>淮安市人民政府',
  '首页 > 淮安市财政局',
  '首页 / 政务公开 / 淮安市财政局 / 政府信息公开年报',
  '淮安市人民政府 > 政务公开 > 政府信息公开年报',
  '首页 | 新闻中心 | 政务公开 | 政府信息公开年报 | 互动交流',
  '首页 新闻中心 政务公开 政府信息公开年报 办事服务',
  '当前位置：首页',
  '首页',
  '您现在的位置：',
];

describe.each(ALL_FORMATS)('the way through the site, in %s', (format) => {
  test.each(TRAILS)('is no part of the name: %s', async (trail) => {
    const below = [PERIOD_2024];
    expect(await readAs(format, { above: [trail], title: TITLE, below })).toMatchObject(OWN);
    expect(await readAs(format, { above: [trail], below })).toMatchObject(OWN);
  });

  test.each(WITHOUT_TITLE)('%s', async (trail) => {
    const below = [PERIOD_2024];
    expect(await readAs(format, { above: [trail], title: TITLE, below })).toMatchObject(OWN);
    const alone = await readAs(format, { above: [trail], below });
    expect(alone).toMatchObject({ agency: null, year: 2024, told: ['header/identity'] });
    const title = '2024年政府信息公开工作年度报告';
    expect(await readAs(format, { above: [trail], title, below })).toMatchObject({ agency: null, title });
    const signed = await readAs(format, { above: [trail], below, end: ['淮安市水利局', '2025年1月20日'] });
    expect(signed).toMatchObject({ agency: '淮安市水利局', year: 2024 });
  });

  test('gives a title its agency', async () => {
    const title = '2024年政府信息公开工作年度报告';
    const header = await readAs(format, { above: [TRAILS[0]!], title, below: [PERIOD_2024] });
    expect(header).toMatchObject({ agency: '淮安市水利局', year: 2024 });
  });

  test('stands between the agency and the title', async () => {
    const above = ['淮安市水利局', '首页 > 政务公开 > 政府信息公开年报'];
    const title = '2024年政府信息公开工作年度报告';
    expect(await readAs(format, { above, title, below: [PERIOD_2024] })).toMatchObject({
      agency: '淮安市水利局',
    });
  });
});

describe('pieces of a menu each on a line of its own', () => {
  const front = (...items: readonly string[]) =>
    `<ul>${items.map((item) => `<li><a href="/x">${item}</a></li>`).join('')}</ul>`;

  test('name no agency', async () => {
    for (const items of [
      ['首页', '政务公开', '政府信息公开年报', '互动交流'],
      ['首页', '>', '政务公开', '>', '信息公开年报', '>', TITLE],
      ['网站首页', '淮安市财政局', '政府信息公开', '政府信息公开年报'],
    ]) {
      const page = reportPage(`${front(...items)}<h1>${TITLE}</h1><p>${PERIOD_2024}</p>`);
      expect(await examined(page)).toMatchObject(OWN);
    }
    const menu = front('首页', '政务公开', '政府信息公开年报', '2024年');
    expect(await examined(reportPage(`${menu}<p>${PERIOD_2024}</p>`))).toMatchObject({ agency: null });
  });

  test('nor with the word behind them', async () => {
    for (const word of ['依申请公开', '建议提案', '领导之窗', '规划计划', '淮安要闻']) {
      const page = reportPage(`${front(word, '政府信息公开年报', '联系我们')}<p>${PERIOD_2024}</p>`);
      expect(await examined(page)).toMatchObject({ agency: null, year: 2024 });
    }
  });

  test('of separate links on one line', async () => {
    const way = `<div><a href="/">首页</a>&gt;<a href="/x">政务公开</a>&gt;<a href="/y">${TITLE}</a></div>`;
    expect(await examined(reportPage(`${way}<p>${PERIOD_2024}</p>`))).toMatchObject(OWN);
    expect(await examined(reportPage(`${way}<h1>${TITLE}</h1><p>${PERIOD_2024}</p>`))).toMatchObject(OWN);
  });
});

test('the window of the page that names site, column and report', async () => {
  const page = reportPage(`<p>${PERIOD_2024}</p>`, `淮安市人民政府 政府信息公开年报 ${TITLE}`);
  expect(await examined(page)).toMatchObject(OWN);
});

test.each(['甲/乙局2024年政府信息公开工作年度报告', '甲市水利局 2024年政府信息公开工作 — 年度报告'])(
  'a title with a stroke in it is one: %s',
  async (title) => {
    expect(await readAs('txt', { title, below: [PERIOD_2024] })).toMatchObject({ year: 2024, told: [] });
  },
);
