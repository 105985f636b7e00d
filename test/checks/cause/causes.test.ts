import { check } from '../../../shared/checks/check.ts';
import type { Cause } from '../../../shared/checks/outcome.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';
import type { Report } from '../../../shared/report/report.ts';
import { truthReport } from '../truth-report.ts';

const causesOf = (report: Report): Cause[] => {
  const causes = check(report).findings.flatMap((finding) => finding.cause ?? []);
  return [...new Map(causes.map((cause) => [cause.id, cause])).values()];
};

const withFigures = (report: Report, values: Record<string, number>): Report => ({
  ...report,
  figures: {
    ...report.figures,
    ...Object.fromEntries(
      Object.entries(values).map(([figure, value]) => [
        figure,
        { value, raw: String(value), state: 'stated' as const },
      ]),
    ),
  },
});

describe('the cause', () => {
  test('001: the row （七）总计 was left at zero; two cells, the only smallest repair', () => {
    expect(causesOf(truthReport('seed-001'))).toMatchObject([
      {
        kind: 'total-row-empty',
        unique: true,
        repairs: [
          [
            { figure: 'requests.closed.naturalPerson', from: 0, to: 1 },
            { figure: 'requests.closed.business', from: 0, to: 1 },
          ],
        ],
      },
    ]);
  });

  test('004: 自然人 and 总计 of （七）总计, supported by the 3 of the narrative', () => {
    const claim = {
      metric: 'requests.closed',
      value: 3,
      unit: '条',
      quote: '处理依申请公开信息3条',
      at: { line: 1, column: 1 },
    };
    const [cause, ...others] = causesOf({ ...truthReport('seed-004'), claims: [claim] });
    expect(others).toEqual([]);
    expect(cause).toMatchObject({
      kind: 'total-row-empty',
      unique: true,
      repairs: [
        [
          { figure: 'requests.closed.naturalPerson', from: 0, to: 3 },
          { figure: 'requests.closed.total', from: 0, to: 3 },
        ],
      ],
      supportedBy: [{ claim: 'requests.closed', value: 3 }],
    });
  });

  test('all findings that one slip explains carry the same cause', () => {
    const { findings } = check(truthReport('seed-001'));
    expect(findings.filter((f) => f.severity === 'error').map((finding) => finding.cause?.id)).toEqual(
      Array(5).fill('cause-1'),
    );
  });

  test('two empty totals of table 四 are two slips', () => {
    expect(causesOf(truthReport('01-hongze-2023')).map((cause) => cause.kind)).toEqual([
      'total-empty',
      'total-empty',
    ]);
  });

  test('two slips in rows and columns of table 三 that do not meet are told apart', () => {
    const damaged = withFigures(truthReport('03-huaian-2024'), {
      'requests.granted.naturalPerson': 7,
      'requests.carriedForward.business': 99,
    });
    const causes = causesOf(damaged);
    expect(causes.map((cause) => cause.repairs)).toEqual([
      [[expect.objectContaining({ figure: 'requests.granted.naturalPerson' })]],
      [[expect.objectContaining({ figure: 'requests.carriedForward.business' })]],
    ]);
  });

  test('the narrative ranks repairs that are equally small', () => {
    const figures = { 'remedies.reconsideration.upheld': 3, 'remedies.reconsideration.total': 5 };
    const claims = [{ metric: 'remedies.reconsideration', value: 3, quote: '行政复议3件' }];
    const silent = causesOf(sketchReport({ figures }))[0];
    const told = causesOf(sketchReport({ figures, claims }))[0];
    expect(silent?.unique).toBe(false);
    expect(told?.repairs[0]).toEqual([{ figure: 'remedies.reconsideration.total', from: 5, to: 3 }]);
  });

  test('a negative count changes in every repair', () => {
    const report = sketchReport({
      figures: { 'remedies.reconsideration.upheld': -4, 'remedies.reconsideration.total': 4 },
    });
    expect(causesOf(report)[0]).toMatchObject({ kind: 'sign', repairs: [[{ from: -4, to: 4 }]] });
  });

  test('an impossible value shares the cause of the relations that it breaks', () => {
    const figures = { 'remedies.reconsideration.upheld': -4, 'remedies.reconsideration.total': 4 };
    const { findings } = check(sketchReport({ figures }));
    expect(findings.map(({ rule, cause }) => [rule, cause?.id])).toEqual([
      ['remedies/total', 'cause-1'],
      ['values/negative', 'cause-1'],
    ]);
  });

  test('a table in which everything is wrong ends at the work limit and says so', () => {
    const cause = causesOf(truthReport('f4-distinct-2021'))[0];
    expect(cause).toMatchObject({ complete: false, unique: false });
    expect(cause?.message?.zh).toContain('没有搜索到底');
  });
});
