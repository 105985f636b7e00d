import { contextOf } from '../../../shared/checks/context.ts';
import { narrativeBreakdown } from '../../../shared/checks/narrative/breakdown.ts';
import { narrativeFigure } from '../../../shared/checks/narrative/figure.ts';
import { narrativePercentage } from '../../../shared/checks/narrative/percentage.ts';
import type { Judgement, Rule } from '../../../shared/checks/rule.ts';
import { type Sketch, sketchReport } from '../../../shared/checks/sketch.ts';
import { claimsIn } from '../../report/claims/said.ts';

const judge = (rule: Rule, subject: string, sketch: Sketch): Judgement => {
  const report = sketchReport(sketch);
  return rule.judge(report, subject, contextOf(report));
};

const severities = ({ problems = [] }: Judgement): (string | undefined)[] =>
  problems.map(({ severity }) => severity);

describe('narrative/figure', () => {
  test('takes the sum of both routes for litigation', () => {
    const figures = { 'remedies.litigation.total': 2, 'remedies.litigationAfterReconsideration.total': 3 };
    const claims = [{ metric: 'remedies.litigation', value: 5 }];
    expect(judge(narrativeFigure, 'remedies.litigation', { figures, claims }).outcome).toBe('pass');
  });

  test('takes a blank total that the columns settle, and says which relation settled it', () => {
    const judgement = judge(narrativeFigure, 'requests.granted', {
      figures: {
        'requests.received.naturalPerson': 7,
        'requests.received.total': 7,
        'requests.granted.naturalPerson': 7,
        'requests.granted.total': null,
        'requests.closed.naturalPerson': 7,
        'requests.closed.total': 7,
      },
      claims: [{ metric: 'requests.granted', value: 7 }],
    });
    expect(judgement).toMatchObject({ outcome: 'pass', settledBy: [expect.stringContaining('requests/')] });
  });

  test('allows for an approximate number', () => {
    const figures = { 'requests.received.total': 3119 };
    const near = [{ metric: 'requests.received', value: 3100, approximate: true as const }];
    const far = [{ metric: 'requests.received', value: 2000, approximate: true as const }];
    expect(judge(narrativeFigure, 'requests.received', { figures, claims: near }).outcome).toBe('pass');
    expect(judge(narrativeFigure, 'requests.received', { figures, claims: far }).outcome).toBe('fail');
  });

  test('is milder about a number that another sentence corrects', () => {
    const judgement = judge(narrativeFigure, 'requests.received', {
      figures: { 'requests.received.total': 95 },
      claims: [
        { metric: 'requests.received', value: 95 },
        { metric: 'requests.received', value: 17 },
      ],
    });
    expect(severities(judgement)).toEqual(['info']);
    expect(judgement.outcome).toBe('unknown');
  });

  test('does not warn of what 市本级 did beside the number of the whole city', () => {
    const figures = { 'requests.received.total': 3119 };
    for (const text of [
      '市本级收到政府信息公开申请410件。',
      '市本级收到政府信息公开申请410件，全市收到政府信息公开申请3119件。',
    ]) {
      const judgement = judge(narrativeFigure, 'requests.received', { figures, claims: claimsIn(text) });
      expect(severities(judgement)).toEqual(['info']);
    }
    const wrong = claimsIn('市本级收到政府信息公开申请410件，全市收到政府信息公开申请3118件。');
    expect(severities(judge(narrativeFigure, 'requests.received', { figures, claims: wrong }))).toEqual([
      'info',
      'warning',
    ]);
  });

  test('names the clause, the claim and the figures in its finding', () => {
    const { problems } = judge(narrativeFigure, 'requests.refused', {
      figures: { 'requests.refused.stateSecret.total': 2, 'requests.refused.internalAffairs.total': 3 },
      claims: [{ metric: 'requests.refused', value: 4, quote: '不予公开4件' }],
    });
    expect(problems?.[0]).toMatchObject({ expected: 5, actual: 4, severity: 'warning' });
    expect(problems?.[0]?.message.zh).toContain('不予公开4件');
    expect(problems?.[0]?.operands[0]).toMatchObject({ claim: 'requests.refused', quote: '不予公开4件' });
    expect(problems?.[0]?.operands).toHaveLength(9);
  });
});

describe('narrative/breakdown', () => {
  const outcomes = [
    { metric: 'requests.grantedInWholeOrPart', value: 208, part: true as const },
    { metric: 'requests.refused', value: 20, part: true as const },
    { metric: 'requests.unavailable', value: 564, part: true as const },
    { metric: 'requests.declined', value: 80, part: true as const },
    { metric: 'requests.other', value: 319, part: true as const },
  ];

  test('a complete list makes up what was closed', () => {
    const whole = { metric: 'requests.closed', value: 1191 };
    expect(judge(narrativeBreakdown, 'requests.closed', { claims: [whole, ...outcomes] }).outcome).toBe(
      'pass',
    );
  });

  test('a complete list that falls short is a warning', () => {
    const whole = { metric: 'requests.closed', value: 1192 };
    const judgement = judge(narrativeBreakdown, 'requests.closed', { claims: [whole, ...outcomes] });
    expect(judgement.outcome).toBe('fail');
    expect(judgement.problems?.[0]).toMatchObject({ expected: 1192, actual: 1191 });
  });

  test('a list that the text does not call a part of anything is left alone', () => {
    const loose = outcomes.map(({ metric, value }) => ({ metric, value }));
    const whole = { metric: 'requests.closed', value: 805 };
    expect(judge(narrativeBreakdown, 'requests.closed', { claims: [whole, ...loose] }).outcome).toBe(
      'unknown',
    );
  });

  test('outcomes may be of requests carried over as well', () => {
    const claims = [
      { metric: 'requests.received', value: 3 },
      { metric: 'requests.carriedOver', value: 1 },
      { metric: 'requests.granted', value: 3, part: true as const },
      { metric: 'requests.refused', value: 1, part: true as const },
    ];
    expect(judge(narrativeBreakdown, 'requests.closed', { claims }).outcome).toBe('pass');
  });
});

describe('narrative/percentage', () => {
  test('allows for a last digit that was rounded or cut', () => {
    const claims = [
      { metric: 'requests.closed', value: 805 },
      { metric: 'requests.refused', value: 35, share: '4.34%' },
    ];
    expect(judge(narrativePercentage, 'requests.refused', { claims }).outcome).toBe('pass');
  });

  test('says nothing where no stated whole fits most of the shares', () => {
    const claims = [
      { metric: 'requests.closed', value: 100 },
      { metric: 'requests.refused', value: 35, share: '50%' },
      { metric: 'requests.granted', value: 35, share: '50%' },
    ];
    expect(judge(narrativePercentage, 'requests.refused', { claims }).outcome).toBe('unknown');
  });
});
