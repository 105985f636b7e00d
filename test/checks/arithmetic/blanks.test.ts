import fc from 'fast-check';
import { check } from '../../../shared/checks/check.ts';
import type { Figures, Report } from '../../../shared/report/report.ts';
import { cases } from '../../cases.ts';
import { truthReport } from '../truth-report.ts';

const withBlanks = (report: Report, figures: readonly string[]): Report => ({
  ...report,
  figures: {
    ...report.figures,
    ...Object.fromEntries(
      figures.map((figure) => [figure, { value: null, raw: '', state: 'blank' as const }]),
    ),
  } satisfies Figures,
});

describe('blanks', () => {
  test('the Shanghai page with 135 blanks is consistent, and 总计 is deduced in every outcome row', () => {
    const { verdict, deductions, findings } = check(truthReport('08-shanghai-office-2019'));
    expect(verdict).toBe('consistent');
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    const deduced = new Map(deductions.map(({ figure, value }) => [figure, value]));
    expect(deduced.get('requests.granted.total')).toBe(272);
    expect(deduced.get('requests.unavailable.notHeld.total')).toBe(265);
    expect(deduced.get('requests.closed.researchInstitute')).toBe(0);
  });

  test('a deduced number is never written back as stated', () => {
    const report = truthReport('08-shanghai-office-2019');
    check(report);
    expect(report.figures['requests.granted.total']).toMatchObject({ value: null, state: 'blank' });
  });

  test('a blank operand never lets an outcome pass, even when arithmetic settles it', () => {
    const { outcomes } = check(withBlanks(truthReport('seed-000'), ['requests.received.total']));
    const received = outcomes.find((o) => o.rule === 'requests/row-total' && o.subject === 'received');
    expect(received).toMatchObject({ outcome: 'unknown', settledBy: ['requests/row-total'] });
  });

  test('whatever is blanked in a consistent report, nothing fails and what is deduced is true', () => {
    const report = truthReport('03-huaian-2024');
    const ids = Object.keys(report.figures).filter((id) => !id.startsWith('disclosure'));
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), (blanked) => {
        const { outcomes, findings, deductions } = check(withBlanks(report, blanked));
        expect(outcomes.filter((outcome) => outcome.outcome === 'fail')).toEqual([]);
        expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
        for (const { figure, value } of deductions) expect(value).toBe(report.figures[figure]?.value);
      }),
      cases(100),
    );
  });

  test('a table that is blank throughout stays incomplete', () => {
    expect(check(truthReport('p01-xiongxian-township-2019')).verdict).toBe('incomplete');
  });

  test('a missing figure is never deduced, and leaves the report incomplete', () => {
    const report = truthReport('seed-000');
    const figures = {
      ...report.figures,
      'requests.received.total': { value: null, state: 'missing' as const },
    };
    const { verdict, deductions } = check({ ...report, figures });
    expect(verdict).toBe('incomplete');
    expect(deductions).toEqual([]);
  });
});
