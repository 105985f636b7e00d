import { check } from '../../../shared/checks/check.ts';
import { type MutationRow, runMutations } from './run-mutations.ts';
import { soundReports } from './sound-reports.ts';

const ROWS = runMutations(soundReports(), 48, 20240131);
const sum = (pick: (row: MutationRow) => number): number => ROWS.reduce((total, row) => total + pick(row), 0);

describe('slips made on purpose in real reports', () => {
  test('without a slip there is no finding', () => {
    for (const report of soundReports()) expect(check(report).findings).toEqual([]);
  });

  test.each(ROWS.map((row) => [row.mutation, row] as const))(
    '%s: found whenever arithmetic can see it',
    (_name, row) => {
      expect(row.visible).toBeGreaterThan(0);
      expect(row.found).toBe(row.visible);
      expect(row.falseAlarms).toBe(0);
    },
  );

  test('the true repair is among the smallest repairs offered', () => {
    expect(sum((row) => row.smallest)).toBeGreaterThan(300);
    expect(sum((row) => row.offered)).toBe(sum((row) => row.smallest));
  });

  test('where the smallest repair is unique it is the true one in at least nine of ten', () => {
    expect(sum((row) => row.uniqueFirst)).toBeGreaterThanOrEqual(0.9 * sum((row) => row.unique));
  });

  test('also where it is not unique, the true repair comes first in most cases', () => {
    expect(sum((row) => row.first)).toBeGreaterThanOrEqual(0.8 * sum((row) => row.smallest));
  });
});
