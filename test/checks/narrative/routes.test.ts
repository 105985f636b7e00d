import { contextOf } from '../../../shared/checks/context.ts';
import { narrativeFigure } from '../../../shared/checks/narrative/figure.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';
import { claimsIn } from '../../report/claims/said.ts';

const FIGURES = {
  'remedies.litigation.upheld': 13,
  'remedies.litigation.total': 26,
  'remedies.litigationAfterReconsideration.upheld': 12,
  'remedies.litigationAfterReconsideration.total': 20,
};

const outcomeOf = (text: string, metric = 'remedies.litigation'): string => {
  const report = { ...sketchReport({ figures: FIGURES }), claims: claimsIn(text) };
  return narrativeFigure.judge(report, metric, contextOf(report)).outcome;
};

describe('litigation with 复议后起诉 beside it agrees with one route or both', () => {
  test.each([
    ['政府信息公开行政诉讼26件，复议后诉讼20件。', 'pass'],
    ['政府信息公开行政诉讼46件，复议后起诉20件。', 'pass'],
    ['政府信息公开行政诉讼27件，复议后起诉20件。', 'fail'],
    ['政府信息公开行政诉讼46件，其中复议后起诉20件。', 'pass'],
    ['政府信息公开行政诉讼26件，其中复议后起诉20件。', 'fail'],
    ['政府信息公开行政诉讼26件。', 'fail'],
  ])('%s', (text, outcome) => {
    expect(outcomeOf(text)).toBe(outcome);
  });

  test('and so do its results', () => {
    const text = '政府信息公开行政诉讼26件，其中维持13件；复议后起诉20件，其中维持12件。';
    expect(outcomeOf(text, 'remedies.litigation.upheld')).toBe('pass');
  });
});
