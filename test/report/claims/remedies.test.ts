import { claimsIn, said } from './said.ts';

describe('cases about disclosure', () => {
  test.each([
    ['政府信息公开行政复议案件2件、行政诉讼案件1件，均已结案。', 2, 1],
    ['依法办理涉及政府信息公开的行政复议27件、行政诉讼15件。', 27, 15],
    ['因政府信息公开答复被申请行政复议2起，被提起行政诉讼3起。', 2, 3],
    ['有2件涉及政府信息公开工作的行政复议，行政诉讼数为1件。', 2, 1],
    ['信息公开类行政复议7件，诉讼9件。', 7, 9],
    ['政府信息公开行政复议、行政诉讼各1件。', 1, 1],
    ['依申请公开行政复议和行政诉讼均为0件。', 0, 0],
  ])('%s', (sentence, reconsideration, litigation) => {
    expect(said(sentence).toSorted()).toEqual([
      `remedies.litigation ${litigation}`,
      `remedies.reconsideration ${reconsideration}`,
    ]);
  });

  test('a sum of both says nothing of either', () => {
    expect(said('办理政府信息公开行政复议、行政诉讼案件74件。')).toEqual([]);
  });

  test('cases that are only filed, or of another field, are not these', () => {
    expect(said('备案政府信息公开领域行政复议案件134件，行政诉讼案件57件。')).toEqual([]);
    expect(said('合法性审查120件，办理行政复议案件86件。')).toEqual([]);
  });

  test.each([
    '市政府作为复议机关办理政府信息公开行政复议案件120件。',
    '作为行政复议机关，受理政府信息公开类行政复议案件120件，其中维持100件，纠正20件。',
    '以复议机关身份审理政府信息公开行政复议120件，均维持。',
    '作为复议机关，未收到政府信息公开行政复议申请。',
  ])('cases that the office hears are not brought against it: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('its own beside them are', () => {
    for (const text of [
      '因政府信息公开被申请行政复议12件，市政府作为复议机关办理行政复议案件120件，其中维持100件。',
      '作为复议机关办理政府信息公开行政复议案件120件，被申请行政复议12件。',
      '作为复议机关办理政府信息公开行政复议案件120件；政府信息公开行政复议12件。',
    ]) {
      expect(said(text)).toEqual(['remedies.reconsideration 12']);
    }
    expect(said('政府信息公开行政复议12件，其中2件被复议机关维持。')).toContain(
      'remedies.reconsideration.upheld 2',
    );
  });

  test('half of the litigation is not the litigation', () => {
    expect(said('政府信息公开行政复议2件，未经复议直接起诉1件，复议后起诉2件。')).toEqual([
      'remedies.reconsideration 2',
    ]);
  });

  test('litigation with the cases 复议后 counted beside it may be of either route, with 其中 of both', () => {
    const routes = (text: string) =>
      claimsIn(text).map(({ metric, value, eitherRoute }) => [metric, value, eitherRoute]);
    for (const text of [
      '政府信息公开行政诉讼26件，复议后诉讼20件。',
      '政府信息公开行政诉讼26件、复议后起诉20件。',
      '政府信息公开领域复议后提起诉讼20件，行政诉讼26件。',
    ]) {
      expect(routes(text)).toEqual([['remedies.litigation', 26, true]]);
    }
    expect(routes('政府信息公开行政诉讼26件，其中维持13件；复议后起诉20件，其中维持12件。')).toEqual([
      ['remedies.litigation', 26, true],
      ['remedies.litigation.upheld', 13, true],
    ]);
    expect(routes('政府信息公开行政诉讼46件，其中复议后起诉20件。')).toEqual([
      ['remedies.litigation', 46, undefined],
    ]);
  });

  test('results belong to the cases before them', () => {
    expect(
      said(
        '政府信息公开行政复议3件，其中结果维持1件，尚未审结2件；行政诉讼4件，其中结果纠正1件，其他结果3件。',
      ),
    ).toEqual([
      'remedies.reconsideration 3',
      'remedies.reconsideration.upheld 1',
      'remedies.reconsideration.pending 2',
      'remedies.litigation 4',
      'remedies.litigation.corrected 1',
      'remedies.litigation.other 3',
    ]);
    expect(said('因政府信息公开被申请行政复议2起，其中2起被复议机关维持答复。')).toEqual([
      'remedies.reconsideration 2',
      'remedies.reconsideration.upheld 2',
    ]);
  });

  test('results after both kinds of cases are of neither alone, unless one has none', () => {
    expect(said('政府信息公开行政复议5宗、行政诉讼2宗，其中2宗维持。')).toEqual([
      'remedies.reconsideration 5',
      'remedies.litigation 2',
    ]);
    expect(said('政府信息公开行政复议5宗、行政诉讼0宗，其中2宗维持。')).toContain(
      'remedies.reconsideration.upheld 2',
    );
  });

  test('均获维持 says that every case was upheld', () => {
    expect(said('信息公开类行政复议7件，诉讼9件，均获维持。')).toEqual([
      'remedies.reconsideration 7',
      'remedies.litigation 9',
      'remedies.reconsideration.upheld 7 implied',
      'remedies.litigation.upheld 9 implied',
    ]);
    expect(said('政府信息公开行政复议8件，均维持或驳回。')).toEqual(['remedies.reconsideration 8']);
  });
});
