import { RULES } from '../../shared/checks/catalogue.ts';
import { check } from '../../shared/checks/check.ts';
import { contextOf } from '../../shared/checks/context.ts';
import { sketchReport } from '../../shared/checks/sketch.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test.each(rule.examples.map((example) => [`${example.says.en}: ${example.outcome}`, example] as const))(
    '%s',
    (_title, { report, subject, outcome }) => {
      const sketched = sketchReport(report);
      const judgement = rule.judge(sketched, subject, contextOf(sketched));
      expect(judgement.outcome).toBe(outcome);
      expect(judgement.problems?.length ?? 0).toBeGreaterThanOrEqual(outcome === 'fail' ? 1 : 0);
    },
  );

  test('has an example that holds and one that fails', () => {
    const outcomes = new Set(rule.examples.map((example) => example.outcome));
    expect(outcomes).toContain('pass');
    expect(outcomes).toContain('fail');
  });

  test('reports one outcome for each of its subjects on every report', () => {
    for (const example of rule.examples) {
      const reported = check(sketchReport(example.report)).outcomes.filter(
        (outcome) => outcome.rule === rule.id,
      );
      expect(reported.map((outcome) => outcome.subject)).toEqual([...rule.subjects]);
    }
  });
});

test('no rule keeps silent on a report that has its subject', () => {
  const at = { line: 1, column: 1 };
  const complete = sketchReport({
    year: 2024,
    header: {
      years: (['title', 'period', 'narrative', 'name'] as const).map((source) => ({
        source,
        year: 2024,
        at,
      })),
      period: { from: '2024-01-01', to: '2024-12-31', at },
      signed: { date: '2025-01-20', at },
    },
  });
  const { outcomes } = check(complete);
  const silent = outcomes.filter(
    ({ rule, outcome }) => outcome === 'unknown' && !rule.startsWith('narrative/'),
  );
  expect(silent).toEqual([]);
});
