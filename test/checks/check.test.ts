import { check } from '../../shared/checks/check.ts';
import { truthReport } from './truth-report.ts';

const failures = (name: string): string[] =>
  check(truthReport(name))
    .outcomes.filter((outcome) => outcome.outcome === 'fail')
    .map(({ rule, subject }) => `${rule} ${subject}`);

describe('the four relations on real reports', () => {
  test.each(['seed-000', 'seed-002', 'seed-003', '03-huaian-2024', '05-shuyang-2025', '10d-pingtan-2022'])(
    '%s is consistent',
    (name) => {
      expect(failures(name)).toEqual([]);
      expect(check(truthReport(name)).verdict).toBe('consistent');
    },
  );

  test('001 fails where its row （七）总计 was left at zero', () => {
    expect(failures('seed-001')).toEqual([
      'requests/row-total closed',
      'requests/closed-total naturalPerson',
      'requests/closed-total business',
      'requests/balance naturalPerson',
      'requests/balance business',
    ]);
    expect(check(truthReport('seed-001')).verdict).toBe('inconsistent');
  });

  test('004 fails in the columns 自然人 and 总计', () => {
    expect(failures('seed-004')).toEqual([
      'requests/closed-total naturalPerson',
      'requests/closed-total total',
      'requests/balance naturalPerson',
      'requests/balance total',
    ]);
  });

  test('01-hongze fails in two totals of table 四', () => {
    expect(failures('01-hongze-2023')).toEqual([
      'remedies/total reconsideration',
      'remedies/total litigationAfterReconsideration',
    ]);
  });
});
