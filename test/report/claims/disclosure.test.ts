import { said } from './said.ts';

const total = (...texts: string[]): string[] =>
  said(...texts).filter((claim) => claim.startsWith('disclosure.published'));

describe('the year’s total of disclosure', () => {
  test.each([
    ['全年主动公开政府信息2645条。', '2645'],
    ['2022年度，我局通过门户网站主动公开政府信息共95篇。', '95'],
    ['通过政府网站、政务新媒体等渠道，共向社会主动公开政府信息14万余条。', '140000 approximate'],
    ['全年共发布政务公开信息逾286条。', '286 approximate'],
    ['主动公开政府信息近1.2万条。', '12000 approximate'],
    ['政务公开各类信息311条，其中工作动态302条，工作年报9条。', '311'],
    ['主动公开机构职能、政策法规、财政预决算、行政执法等信息1851条。', '1851'],
    ['2023年共发布300件主动公开信息，其中信用信息11条。', '300'],
    ['2020年，我局累计主动公开政府信息128条。', '128'],
  ])('%s', (sentence, value) => {
    expect(total(sentence)).toEqual([`disclosure.published ${value}`]);
  });

  test('is the whole, not a part or a channel beside it', () => {
    expect(
      total('主动公开政府信息800条，其中通过网站公开信息471条，通过其他渠道公开政府信息329条。'),
    ).toEqual(['disclosure.published 800']);
    expect(total('各部门通过门户网站发布信息4583条，其中主动公开各类政府信息2107条。')).toEqual([
      'disclosure.published 2107',
    ]);
    expect(total('共公布政府信息2599条（其中行政许可类信息69条，其他应主动公开政府信息856条）。')).toEqual([
      'disclosure.published 2599',
    ]);
    expect(total('通过政府网站公开政府信息65条，政务微信公开政府信息635条。')).toEqual([]);
    expect(total('主动公开发布基础信息135条，重点领域信息86条，合计221条。')).toEqual([
      'disclosure.published 221',
    ]);
  });

  test('is one in a report: the plainest statement of it', () => {
    expect(
      total('2024年，通过网站发布政府信息120条。', '全年主动公开政府信息200条。', '微信公众号公开信息80条。'),
    ).toEqual(['disclosure.published 200']);
  });

  test('of the year is not that of all years', () => {
    expect(total('到年底累计主动公开政府信息5928条，其中本年度新增主动公开政府信息2110条。')).toEqual([
      'disclosure.published 2110',
    ]);
    expect(total('历年累计主动公开政府信息5928条。')).toEqual([]);
  });

  test('is not a kind of information, a channel or readers', () => {
    expect(total('发布政务类信息34条，概况类信息150条，公开政策解读信息26条。')).toEqual([]);
    expect(total('微信公众号：发布信息212条；在宣传栏公开信息140条。')).toEqual([]);
    expect(total('网站总访问量达3782565次，发布微博5068条，推送文章532篇。')).toEqual([]);
  });
});

describe('regulations and normative documents', () => {
  test.each([
    ['本年度制发行政规范性文件2件，废止10件，现行有效14件。', [2, 10, 14]],
    ['规范性文件制发0件，废止0件，现行有效2件。', [0, 0, 2]],
    ['出台2件行政规范性文件，废止行政规范性文件3件，现行有效的行政规范性文件5件。', [2, 3, 5]],
    ['行政规范性文件制发件数1件，废止件数0件，现行有效件数6件。', [1, 0, 6]],
  ])('%s', (sentence, [issued, repealed, inForce]) => {
    expect(said(sentence)).toEqual([
      `disclosure.normativeDocuments.issued ${issued}`,
      `disclosure.normativeDocuments.repealed ${repealed}`,
      `disclosure.normativeDocuments.inForce ${inForce}`,
    ]);
  });

  test('the subject is remembered from the clause before', () => {
    expect(said('扎实开展规范性文件清理工作，本年度制发0件，废止0件，现行有效2件。')).toHaveLength(3);
  });

  test('what is only made public is not what was made', () => {
    expect(said('主动公开市政府规章22件、行政规范性文件34件、人事任免文件196件。')).toEqual([]);
    expect(said('制定政策文件11件，印发通知20件。')).toEqual([]);
  });
});

describe('decisions and fees', () => {
  test('decisions are counted, information about them is not', () => {
    expect(said('作出行政许可694件，行政处罚1宗。')).toEqual([
      'disclosure.licensing.decisions 694',
      'disclosure.penalties.decisions 1',
    ]);
    expect(said('行政强制处理决定数量11件。')).toEqual(['disclosure.coercion.decisions 11']);
    expect(said('公示行政许可信息76条，公布行政处罚2条。')).toEqual([]);
  });

  test('the processing fee is in 元', () => {
    expect(said('全年收取政府信息公开信息处理费 3940 元。')).toEqual(['fees.processing 3940']);
    expect(said('有3件政府信息公开申请案件收取信息处理费共计0.223万元。')).toEqual(['fees.processing 2230']);
    expect(said('其中，县民政局1件，收取880元。')).toEqual([]);
    expect(said('2024年部门预算总收入16321.67万元。')).toEqual([]);
  });
});
