import { ALL_FORMATS, examined, PERIOD_2024, readAs, reportPage } from './in-formats.ts';

const TITLE = '淮安市水利局2024年政府信息公开工作年度报告';

/** 20 March 2025 as offices write it below their reports. */
const DATES = [
  '2025年3月20日',
  '二〇二五年三月二十日',
  '二○二五年三月二十日',
  '二零二五年三月廿日',
  '2025.3.20',
  '2025.03.20.',
  '2025-03-20',
  '2025—03—20',
  '2025/3/20',
  '２０２５．３．２０',
  '（2025-3-20）',
];

describe.each(ALL_FORMATS)('the date below a report in %s', (format) => {
  test.each(DATES)('%s', async (date) => {
    const page = { title: TITLE, below: [PERIOD_2024] };
    const late = { signed: { date: '2025-03-20' }, told: ['header/deadline'] };
    expect(await readAs(format, { ...page, end: [date] })).toMatchObject(late);
    expect(await readAs(format, { ...page, end: ['淮安市水利局', date] })).toMatchObject(late);
    expect(await readAs(format, { ...page, end: [`淮安市水利局 ${date}`] })).toMatchObject(late);
  });

  test.each(['二〇二四年三月二十日', '2024.3.20', '2024-03-20', '2024/3/20'])(
    '%s is before the period ends',
    async (date) => {
      const { signed, told } = await readAs(format, { title: TITLE, below: [PERIOD_2024], end: [date] });
      expect(signed?.date).toBe('2024-03-20');
      expect(told).toEqual(['header/signed-after-period']);
    },
  );

  test.each(['二〇二五年一月二十日', '2025.1.20'])('names the agency above %s', async (date) => {
    const header = await readAs(format, { below: [PERIOD_2024], end: ['淮安市水利局', date] });
    expect(header).toMatchObject({ agency: '淮安市水利局', year: 2024, told: [] });
  });

  test('stands below a last line without a full stop', async () => {
    const end = ['无其他需要报告的事项', '2025.1.20'];
    const { signed } = await readAs(format, { title: TITLE, below: [PERIOD_2024], end });
    expect(signed?.date).toBe('2025-01-20');
  });

  test.each(['2025.13.20', '2025.3.32', '12025.3.20', '2025.3-20', '2025.3.20 09:12'])(
    '%s is none',
    async (text) => {
      const { signed } = await readAs(format, { title: TITLE, below: [PERIOD_2024], end: [text] });
      expect(signed).toBeUndefined();
    },
  );
});

describe('a date in digits that is no signature', () => {
  const page = (front: string, end = '') =>
    examined(Buffer.concat([reportPage(`${front}<h1>${TITLE}</h1><p>${PERIOD_2024}</p>`), Buffer.from(end)]));

  test('when the page was published', async () => {
    const { signed } = await page('<ul><li>发布日期：</li><li>2024-03-20</li></ul>');
    expect(signed).toBeUndefined();
  });

  test('of the links below the report', async () => {
    const link = (date: string) => `<li><p>关于汛期值班的通知</p><p>${date}</p></li>`;
    const links = ['2024-03-20', '2024-03-18', '2024-02-02'].map(link).join('');
    expect((await page('', `<ul>${links}</ul>`)).signed).toBeUndefined();
    expect((await page('', `<p>二〇二五年一月二十日</p><ul>${links}</ul>`)).signed?.date).toBe('2025-01-20');
    expect((await page('', `<p>淮安市水利局</p><p>2025-01-20</p><ul>${links}</ul>`)).signed?.date).toBe(
      '2025-01-20',
    );
  });

  test('behind other words', async () => {
    for (const words of ['备案号', '版本', '打印于'])
      expect((await page('', `<p>${words}2024-3-20</p>`)).signed).toBeUndefined();
  });

  test('below what it is the date of', async () => {
    for (const label of ['发布日期：', '发布时间', '更新时间', '打印日期:'])
      expect((await page('', `<p>${label}</p><p>2024-03-20</p>`)).signed).toBeUndefined();
  });
});
