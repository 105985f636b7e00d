import { checkHistory } from '../../../shared/checks/history/check-history.ts';
import { HISTORY_RULES } from '../../../shared/checks/history/history-rules.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';

describe.each(HISTORY_RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test.each(rule.examples.map((example) => [`${example.says.en}: ${example.outcome}`, example] as const))(
    '%s',
    (_title, { previous, report, subject, outcome }) => {
      const judgement = rule.judge(
        sketchReport({ ...report, year: 2022 }),
        sketchReport({ ...previous, year: 2021 }),
        subject,
      );
      expect(judgement.outcome).toBe(outcome);
      expect(judgement.problems?.length ?? 0).toBe(outcome === 'fail' ? 1 : 0);
    },
  );

  test('has an example that holds and one that fails', () => {
    const outcomes = rule.examples.map((example) => example.outcome);
    expect(outcomes).toContain('pass');
    expect(outcomes).toContain('fail');
  });
});

describe('two years side by side', () => {
  const earlier = sketchReport({ year: 2022, figures: { 'requests.carriedForward.total': 3 } });
  const later = sketchReport({ year: 2023, figures: { 'requests.carriedOver.total': 2 } });
  const failing = {
    rule: 'history/carried-over',
    subject: 'total',
    severity: 'error',
    expected: 3,
    actual: 2,
  };

  test('a carry-over that does not agree is told of the later year', () => {
    expect(checkHistory(later, earlier).findings).toMatchObject([failing]);
  });

  test('without a neighbour every outcome is unknown', () => {
    const { outcomes } = checkHistory(later, undefined);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
    expect(outcomes).toHaveLength(HISTORY_RULES.reduce((sum, rule) => sum + rule.subjects.length, 0));
  });

  test('reports that are not one year apart are left alone', () => {
    const older = sketchReport({
      year: 2020,
      template: '2019',
      figures: { 'requests.carriedForward.total': 3 },
    });
    expect(checkHistory(later, older).findings).toEqual([]);
  });

  test('equal totals with other kinds of applicant are only a warning', () => {
    const before = sketchReport({
      year: 2022,
      figures: { 'requests.carriedForward.business': 1, 'requests.carriedForward.total': 1 },
    });
    const after = sketchReport({
      year: 2023,
      figures: { 'requests.carriedOver.naturalPerson': 1, 'requests.carriedOver.total': 1 },
    });
    const { findings } = checkHistory(after, before);
    expect(findings.map(({ subject, severity }) => [subject, severity])).toEqual([
      ['naturalPerson', 'warning'],
      ['business', 'warning'],
    ]);
  });
});
