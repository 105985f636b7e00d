import { claimsIn, said } from './said.ts';

const YEAR = ['requests.received 3119'];

describe('part of the year is not the year', () => {
  test.each([
    '一季度收到申请800件，二季度收到申请900件，三季度收到申请700件，四季度收到申请719件。',
    '第三季度，收到政府信息公开申请800件，办结790件。',
    '上半年收到政府信息公开申请1500件，均已办结。',
    '今年下半年收到政府信息公开申请1619件。',
    '2024年1月至6月收到政府信息公开申请1500件，办结1400件。',
    '2024年1-6月收到政府信息公开申请1500件。其中，予以公开800件。',
    '一至六月收到政府信息公开申请1500件。',
    '2024年1月1日至2024年6月30日，收到政府信息公开申请1500件。',
    '截至2024年6月底，收到政府信息公开申请1500件。',
    '前三季度收到政府信息公开申请2400件。',
    '12月份收到政府信息公开申请200件，未收到行政复议申请。',
    '一季度主动公开政府信息100条。',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    '2024年上半年收到政府信息公开申请1500件，全年收到政府信息公开申请3119件。',
    '全年收到政府信息公开申请3119件（上半年1500件，下半年1619件）。',
    '全年收到政府信息公开申请3119件，其中上半年收到1500件，下半年收到1619件。',
    '2024年1月1日至12月31日，共收到政府信息公开申请3119件。',
    '2024年1-12月，共收到政府信息公开申请3119件。',
    '截至2024年12月底，收到政府信息公开申请3119件。',
    '截至今年12月，收到政府信息公开申请3119件。',
    '2024年，截至2025年1月20日，共收到政府信息公开申请3119件。',
    '2024年3月开展业务培训，全年收到政府信息公开申请3119件。',
  ])('the year beside it is claimed: %s', (text) => {
    expect(said(text)).toEqual(YEAR);
  });

  test('what follows the parts in a breakdown is of the year', () => {
    expect(said('全年收到政府信息公开申请3119件，其中上半年1500件，下半年1619件，办结3050件。')).toEqual([
      ...YEAR,
      'requests.closed 3050',
    ]);
  });

  test('a half-yearly bulletin counts its half year', () => {
    expect(said('2022年上半年，全区受理政府信息公开申请267件。')).toEqual(['requests.received 267']);
    expect(claimsIn('2022年上半年，全区受理政府信息公开申请267件。', '编制本年度报告。')).toEqual([]);
  });
});

describe('several years are not this year', () => {
  test.each([
    '2020年至2024年五年来累计收到申请12000件。',
    '2020-2024年共收到政府信息公开申请12000件。',
    '2020年1月至2024年12月收到政府信息公开申请12000件。',
    '近五年来，累计收到政府信息公开申请12000件，办结11900件。',
    '5年来累计收到政府信息公开申请12000件。',
    '“十四五”期间，累计收到政府信息公开申请12000件。',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('the year beside them is, and 一年来 is one year', () => {
    expect(said('五年来累计收到政府信息公开申请12000件，2024年收到政府信息公开申请3119件。')).toEqual(YEAR);
    expect(said('一年来，收到政府信息公开申请3119件。')).toEqual(YEAR);
  });
});

describe('an average is of no year', () => {
  test.each([
    ['每季度平均收到政府信息公开申请184件。', []],
    ['2024年收到政府信息公开申请3119件，月均收到260件，办结3050件。', [...YEAR, 'requests.closed 3050']],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('last year goes on until this year is named', () => {
  test.each([
    ['2024年收到政府信息公开申请3119件，上年同期收到2980件，办结2946件。', YEAR],
    ['上年同期收到申请2980件，办结2946件，结转下年34件。', []],
    ['去年收到政府信息公开申请2980件。其中，予以公开1000件。今年收到政府信息公开申请3119件。', YEAR],
    ['收到政府信息公开申请3119件（上年同期收到2980件），办结3050件。', [...YEAR, 'requests.closed 3050']],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });

  test.each([
    '全年收到政府信息公开申请3119件，较上年同期收到的2980件增加139件，办结3050件。',
    '全年收到政府信息公开申请3119件，去年同期为2980件，办结3050件。',
  ])('a comparison in passing does not: %s', (text) => {
    expect(said(text)).toEqual([...YEAR, 'requests.closed 3050']);
  });
});
