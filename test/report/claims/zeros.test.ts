import { said } from './said.ts';

const NO_REQUEST = 'requests.received 0 implied';
const NO_CASES = ['remedies.reconsideration 0 implied', 'remedies.litigation 0 implied'];
const NO_FEE = 'fees.processing 0 implied';

describe('zeros said in words', () => {
  test.each([
    '2022年，区国资局未收到政府信息公开申请。',
    '街道未收到任何公民、法人和其他组织提出的公开政府信息的申请。',
    '本年度没有接到依申请公开事项。',
    '全年无依申请公开政府信息。',
    '我校未接到依申请公开事项要求。',
    '2023年，我局未收到和受理政府信息公开申请。',
    '東城街街道辦事處未接到任何形式的信息公開申請。',
  ])('no request: %s', (sentence) => {
    expect(said(sentence)).toEqual([NO_REQUEST]);
  });

  test.each([
    '未收到涉及商业秘密、个人隐私的政府信息公开申请。',
    '全年未收到通过传真方式提交的政府信息公开申请。',
  ])('none of a kind is not none at all: %s', (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  test.each([
    '本年度未收到涉及政府信息公开的申请。',
    '全年未收到通过网络、信函等方式提交的政府信息公开申请。',
  ])('no request of any kind: %s', (sentence) => {
    expect(said(sentence)).toEqual([NO_REQUEST]);
  });

  test.each([
    '没有引发行政复议、行政诉讼案件。',
    '全年未发生因政府信息公开申请行政复议和提起行政诉讼的情况。',
    '没有因政府信息公开引发的举报、投诉、行政复议或行政诉讼等情况。',
    '无涉及政府信息公开行政复议、诉讼案件。',
    '未收到依申请公开行政复议、行政诉讼案件。',
    '全年无信息公开举报、复议和诉讼等情形发生。',
    '政府信息公开行政复议、行政诉讼均无。',
  ])('no case: %s', (sentence) => {
    expect(said(sentence).toSorted()).toEqual(NO_CASES.toSorted());
  });

  test.each([
    '2022年，无收取信息处理费情况。',
    '本机关未收取信息公开处理费。',
    '未发生政府信息公开收费事项。',
    '街道未向公民、法人和其他组织收取任何与政府信息公开工作相关的费用。',
    '全年无信息公开收费的事项。',
  ])('no fee: %s', (sentence) => {
    expect(said(sentence)).toEqual([NO_FEE]);
  });

  test('no carrying over or forward', () => {
    expect(said('共受理申请3件，无上年结转，无结转下年度继续办理件。')).toEqual([
      'requests.received 3',
      'requests.carriedOver 0 implied',
      'requests.carriedForward 0 implied',
    ]);
    expect(said('2023年受理政府信息公开申请3件，未有结转2024年继续办理的。')).toEqual([
      'requests.received 3',
      'requests.carriedForward 0 implied',
    ]);
  });

  test('no documents issued', () => {
    expect(said('2021年，我局未制定行政规范性文件。')).toEqual([
      'disclosure.normativeDocuments.issued 0 implied',
    ]);
  });

  test('each list is told by its own head, not by what led to it', () => {
    expect(said('未收到因政府信息公开申请引起的行政诉讼。')).toEqual(['remedies.litigation 0 implied']);
    expect(said('未收到政府信息公开申请，未发生行政复议。')).toEqual([
      NO_REQUEST,
      'remedies.reconsideration 0 implied',
    ]);
  });

  test('a negation of something else is no zero', () => {
    expect(said('未收到行政许可申请。')).toEqual([]);
    expect(said('没有出现超期答复政府信息公开申请的情况。')).toEqual([]);
    expect(said('行政复议案件中没有被纠错的情形。')).toEqual([]);
    expect(said('行政执法工作均无被申请行政复议和提起行政诉讼。')).toEqual([]);
    expect(said('2020年本机关无行政事业性收费。')).toEqual([]);
    expect(said('已公开的政府信息中未涉及国家秘密、商业秘密和个人隐私。')).toEqual([]);
    expect(said('无锡市梁溪区收到政府信息公开申请5件。')).toEqual(['requests.received 5']);
  });

  test('a negation does not reach the next sentence', () => {
    expect(said('未收到政府信息公开申请。主动公开政府信息35条。')).toEqual([
      NO_REQUEST,
      'disclosure.published 35',
    ]);
  });
});
