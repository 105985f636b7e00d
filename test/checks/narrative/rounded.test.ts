import { check } from '../../../shared/checks/check.ts';
import { contextOf } from '../../../shared/checks/context.ts';
import { narrativeBreakdown } from '../../../shared/checks/narrative/breakdown.ts';
import { narrativeFigure } from '../../../shared/checks/narrative/figure.ts';
import { narrativePercentage } from '../../../shared/checks/narrative/percentage.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';
import { claimsIn } from '../../report/claims/said.ts';

const LICENSING = 'disclosure.licensing.decisions';

const reportOf = (text: string, figures: Record<string, number> = {}) => ({
  ...sketchReport({ figures }),
  claims: claimsIn(text),
});

/** How the sentence and the number of the table agree. */
const outcomeOf = (text: string, table: number): string => {
  const report = reportOf(text, { [LICENSING]: table });
  return narrativeFigure.judge(report, LICENSING, contextOf(report)).outcome;
};

describe('a number printed in 万 agrees within one unit of its last digit', () => {
  test.each([
    ['办理行政许可1.2万件。', [12_000, 12_034, 12_999, 11_950, 11_500], [13_000, 11_000, 1200, 120_340]],
    ['办理行政许可12万件。', [120_340, 119_900, 129_999], [130_000, 110_000, 12_000]],
    ['办理行政许可12.00万件。', [120_000, 120_099, 119_950], [120_100, 120_340, 119_900]],
    ['办理行政许可1.2034万件。', [12_034], [12_033, 12_035]],
    ['办理行政许可两万件。', [20_300, 19_800], [30_000, 10_000]],
    ['办理行政许可3千件。', [3021, 2960], [4000, 2000]],
    ['办理行政许可3.5百件。', [352, 345], [360, 340]],
    ['办理行政许可0.12亿件。', [12_300_000], [13_000_000]],
    ['办理行政许可１．２万件。', [12_034], [13_034]],
  ])('%s', (text, near, far) => {
    expect(near.map((table) => outcomeOf(text, table))).toEqual(near.map(() => 'pass'));
    expect(far.map((table) => outcomeOf(text, table))).toEqual(far.map(() => 'fail'));
  });

  test.each([
    ['办理行政许可12000件。', 12_000],
    ['办理行政许可12,034件。', 12_034],
    ['办理行政许可二十件。', 20],
    ['办理行政许可三百件。', 300],
  ])('one written out is exact: %s', (text, value) => {
    expect([value, value + 1, value - 1].map((table) => outcomeOf(text, table))).toEqual([
      'pass',
      'fail',
      'fail',
    ]);
  });

  test.each([
    ['办理行政许可1.2万余件。', 12_034, 14_000],
    ['办理行政许可1万多件。', 12_034, 21_000],
    ['办理行政许可近1.3万件。', 12_934, 15_000],
    ['办理行政许可约1.2万件。', 11_100, 10_000],
  ])('one that says itself that it is not exact is near: %s', (text, near, far) => {
    expect([near, far].map((table) => outcomeOf(text, table))).toEqual(['pass', 'fail']);
  });
});

describe('a word that tells the side of the number is held to it', () => {
  test.each([
    ['办理行政许可3200余件。', [3200, 3299], [3199, 3119, 3300]],
    ['办理行政许可3200多件。', [3200, 3299], [3119, 3300]],
    ['办理行政许可3,000余件。', [3000, 3119, 3999], [2999, 4000]],
    ['办理行政许可八十余件。', [80, 89], [79, 90]],
    ['办理行政许可14万余件。', [140_000, 149_999], [139_999, 150_000]],
    ['办理行政许可1.2万余件。', [12_000, 12_999], [11_999, 13_000]],
    ['办理行政许可近3200件。', [3200, 3119], [3201, 2800]],
    ['办理行政许可将近1.3万件。', [13_000, 12_934], [13_001, 11_000]],
    ['办理行政许可逾3100件。', [3100, 3119, 3400], [3099, 3500]],
    ['办理行政许可超过3000件。', [3000, 3119], [2999]],
    ['办理行政许可约3200件。', [3119, 3300], [2800, 3600]],
    ['办理行政许可约3200余件。', [3119, 3300], [2800, 3600]],
    ['办理行政许可3200件左右。', [3119, 3300], [2800, 3600]],
  ])('%s', (text, near, far) => {
    expect(near.map((table) => outcomeOf(text, table))).toEqual(near.map(() => 'pass'));
    expect(far.map((table) => outcomeOf(text, table))).toEqual(far.map(() => 'fail'));
  });
});

test('the exact number is held against the table where the rounded one stands before it', () => {
  const text = '办理行政许可1.2万件。全年办理行政许可12000件。';
  expect(outcomeOf(text, 12_000)).toBe('pass');
  const report = reportOf(text, { [LICENSING]: 12_034 });
  const { problems } = narrativeFigure.judge(report, LICENSING, contextOf(report));
  expect(problems).toMatchObject([{ actual: 12_000, expected: 12_034 }]);
});

test('rounded numbers are neither summed nor divided', () => {
  const parts = reportOf('收到政府信息公开申请1.2万件，其中自然人申请1.1万件，商业企业申请1234件。');
  expect(narrativeBreakdown.judge(parts, 'requests.received', contextOf(parts)).outcome).toBe('unknown');
  const shares = reportOf(
    '办结政府信息公开申请1.2万件，其中予以公开6034件（50.14%），不予公开3000件（25.00%），无法提供3000件（25.00%）。',
  );
  for (const metric of ['requests.granted', 'requests.refused']) {
    expect(narrativePercentage.judge(shares, metric, contextOf(shares)).outcome).toBe('unknown');
  }
});

test('a rounded number proves no repair', () => {
  const figures = {
    ...Object.fromEntries(
      ['received', 'granted', 'closed'].flatMap((row) =>
        ['naturalPerson', 'total'].map((column) => [`requests.${row}.${column}`, 12_000]),
      ),
    ),
    'requests.received.total': 12_034,
  };
  const causesOf = (text: string) =>
    check(reportOf(text, figures)).findings.flatMap(({ cause }) => cause?.supportedBy ?? []);
  expect(causesOf('收到政府信息公开申请12000件。')).not.toEqual([]);
  expect(causesOf('收到政府信息公开申请1.2万件。')).toEqual([]);
});
