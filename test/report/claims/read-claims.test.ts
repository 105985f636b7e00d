import { readClaims } from '../../../shared/report/claims/read-claims.ts';
import { measureClaims } from '../../accuracy/claims.ts';
import { claimsIn, said, sectionOf } from './said.ts';

describe('readClaims', () => {
  test('reaches 95 % precision and 90 % recall on real sentences', () => {
    const { precision, recall } = measureClaims();
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  test('quotes the clause as printed, with its line and column', () => {
    const [claim] = readClaims([
      {
        ...sectionOf('ignored'),
        paragraphs: [
          { text: '工作有序。2024年，我局共收到申请 ２３ 件，均已答复。', at: { line: 7, column: 3 } },
        ],
      },
    ]);
    expect(claim).toEqual({
      metric: 'requests.received',
      value: 23,
      unit: '件',
      quote: '我局共收到申请 ２３ 件',
      at: { line: 7, column: 14 },
    });
  });

  test('keeps the place of a paragraph that has no lines', () => {
    const [claim] = readClaims([
      {
        ...sectionOf('ignored'),
        paragraphs: [{ text: '共收到政府信息公开申请3件。', at: { paragraph: 8 } }],
      },
    ]);
    expect(claim?.at).toEqual({ paragraph: 8 });
  });

  test('reads on over a line that the page broke', () => {
    const [claim] = claimsIn(
      '二是依法依规办理依申请公开工作，2024年全市共受理政府信息公开申',
      '请 3119 件，均在法定期限内予以答复。',
    );
    expect(claim).toMatchObject({ metric: 'requests.received', value: 3119, at: { line: 10 } });
  });

  test('reads the preface, and the same number only once', () => {
    const at = { line: 1, column: 1 };
    const claims = readClaims(
      [sectionOf('收到政府信息公开申请3件。', '如前所述，收到政府信息公开申请3件。')],
      [{ text: '全年主动公开政府信息9条。', at }],
    );
    expect(claims.map(({ metric }) => metric)).toEqual(['disclosure.published', 'requests.received']);
  });

  test('marks what an office did for its government, and the office beside its district, as narrower', () => {
    const [office] = claimsIn('2024年，区政府办代表区政府受理政府信息公开申请17件。');
    expect(office?.scope).toBe('narrower');
    const claims = claimsIn('全区共收到政府信息公开申请95件。', '本机关收到政府信息公开申请17件。');
    expect(claims.map(({ value, scope }) => [value, scope])).toEqual([
      [95, undefined],
      [17, 'narrower'],
    ]);
  });

  test.each([
    [
      '市本级收到政府信息公开申请410件，办结400件。',
      [
        [410, 'narrower'],
        [400, 'narrower'],
      ],
    ],
    ['全市收到政府信息公开申请3119件。市本级收到政府信息公开申请410件。', [[3119], [410, 'narrower']]],
    ['市本级收到政府信息公开申请410件，全市收到3119件，办结3050件。', [[410, 'narrower'], [3119], [3050]]],
    ['市本级收到政府信息公开申请410件，各县区收到2709件。', [[410, 'narrower']]],
    ['全市收到政府信息公开申请3119件（市本级收到申请410件），办结3050件。', [[3119], [3050]]],
    ['市本级和各县区共收到政府信息公开申请3119件。', [[3119]]],
  ])('what one level of government did is narrower: %s', (text, told) => {
    expect(claimsIn(text).map(({ value, scope }) => (scope ? [value, scope] : [value]))).toEqual(told);
  });

  test.each([
    ['下属事业单位共收到政府信息公开申请12件。', [[12, 'narrower']]],
    ['各乡镇（街道）共收到政府信息公开申请3210件。', [[3210, 'narrower']]],
    ['收到市政府转办的政府信息公开申请9件。', [[9, 'narrower']]],
    ['全县各乡镇、各部门共收到政府信息公开申请3210件。', [[3210]]],
    ['我局及下属单位共收到政府信息公开申请20件。', [[20]]],
  ])('what others did, or handed on, is narrower unless it is the whole: %s', (text, told) => {
    expect(claimsIn(text).map(({ value, scope }) => (scope ? [value, scope] : [value]))).toEqual(told);
  });

  test('a result within brackets does not hide the number after them', () => {
    expect(said('收到申请9件，作其他处理（含申请人主动撤回申请3件）5件。')).toEqual([
      'requests.received 9',
      'requests.other 5',
    ]);
  });

  test('says nothing where there is nothing to say', () => {
    expect(said('根据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。')).toEqual([]);
    expect(said('')).toEqual([]);
    expect(said('（（（（，；。、)))')).toEqual([]);
    expect(said(`收到申请${'9'.repeat(400)}件。`)).toEqual([]);
    expect(readClaims([])).toEqual([]);
  });
});

describe('readClaims on what is no prose', () => {
  test.each([
    ['brackets that never close', '（'.repeat(20_000)],
    ['a number without end', `收到申请${'9'.repeat(20_000)}件。`],
    ['one clause after another', '主动公开信息5条，'.repeat(10_000)],
    ['negations', '其中未收到申请、行政复议，'.repeat(5_000)],
    ['brackets in brackets', `${'（收到申请3件'.repeat(3_000)}${'）'.repeat(3_000)}。`],
  ])('stays quick for %s', (_title, text) => {
    const before = performance.now();
    claimsIn(text);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
