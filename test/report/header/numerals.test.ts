import { ALL_FORMATS, examined, PERIOD_2024, readAs, reportPage } from './in-formats.ts';

const TITLES = [
  '淮安市水利局二〇二四年政府信息公开工作年度报告',
  '淮安市水利局二○二四年度政府信息公开工作年度报告',
  '淮安市水利局二零二四年政府信息公开年报',
  '淮安市水利局二O二四年政府信息公开工作年度报告',
  '淮安市水利局二０二四年政府信息公开工作年度报告',
  '二〇二四年度淮安市水利局政府信息公开工作年度报告',
  '二〇二四年淮安市水利局政府信息公开年度报告',
  '2024年淮安市水利局政府信息公开工作年度报告',
  '2024年度淮安市水利局政府信息公开年报',
  '淮安市水利局2024政府信息公开工作年度报告',
  '淮安市水利局关于二〇二四年政府信息公开工作年度报告',
  '关于二〇二四年淮安市水利局政府信息公开工作年度报告',
];

describe('a year in Chinese numerals', () => {
  describe.each(ALL_FORMATS)('in %s', (format) => {
    test.each(TITLES)('%s', async (title) => {
      const header = await readAs(format, { title, below: [PERIOD_2024] });
      expect(header).toMatchObject({ agency: '淮安市水利局', year: 2024, told: [] });
      expect(header.years[0]).toMatchObject({ source: 'title', year: 2024 });
    });

    test('on the line below the agency', async () => {
      const title = '二〇二四年政府信息公开工作年度报告';
      const header = await readAs(format, { above: ['淮安市水利局'], title, below: [PERIOD_2024] });
      expect(header).toMatchObject({ agency: '淮安市水利局', year: 2024 });
    });

    test('that is not the year of the period is told', async () => {
      const title = '淮安市水利局二〇二三年政府信息公开工作年度报告';
      expect(await readAs(format, { title, below: [PERIOD_2024] })).toMatchObject({
        agency: '淮安市水利局',
        year: 2023,
        told: expect.arrayContaining(['header/year']),
      });
    });

    test('and the days of the period', async () => {
      const below = ['统计期限自二〇二四年一月一日起至二〇二四年十二月三十一日止。'];
      const { period } = await readAs(format, { title: TITLES[0]!, below });
      expect(period).toMatchObject({ from: '2024-01-01', to: '2024-12-31' });
    });
  });

  test('behind a line break of the heading', async () => {
    const front = `<h1>淮安市水利局<br>二〇二四年政府信息公开工作年度报告</h1><p>${PERIOD_2024}</p>`;
    expect(await examined(reportPage(front))).toMatchObject({ agency: '淮安市水利局', year: 2024 });
  });
});
