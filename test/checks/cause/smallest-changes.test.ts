import fc from 'fast-check';
import { type Board, boardOf } from '../../../shared/checks/arithmetic/board.ts';
import { readCells } from '../../../shared/checks/arithmetic/cells.ts';
import { fill } from '../../../shared/checks/arithmetic/filling.ts';
import { systemsOf } from '../../../shared/checks/arithmetic/system.ts';
import { smallestChanges } from '../../../shared/checks/cause/smallest-changes.ts';
import { cases } from '../../cases.ts';
import { truthReport } from '../truth-report.ts';

const REPORT = truthReport('03-huaian-2024');
const REQUESTS = systemsOf('2021')[0]!;
const BOARD = boardOf(REQUESTS, readCells('2021', REPORT.figures));
const ARCS = BOARD.values.length;

const repairable = (board: Board, arcs: readonly number[]): boolean => {
  const free = board.free.slice();
  for (const arc of arcs) free[arc] = true;
  return fill({ ...board, free }).conflicts.length === 0;
};

/** Every set of one arc, or where none repairs, every set of two, tried one after the other. */
const bruteForce = (board: Board): string[] => {
  const arcs = Array.from({ length: ARCS }, (_, arc) => arc);
  const ones = arcs.filter((arc) => repairable(board, [arc])).map(String);
  if (ones.length > 0) return ones;
  return arcs.flatMap((a) => arcs.filter((b) => b > a && repairable(board, [a, b])).map((b) => `${a},${b}`));
};

test('the search finds exactly the smallest sets that trying everything finds', () => {
  const change = fc.record({ arc: fc.nat(ARCS - 1), by: fc.constantFrom(-3, -1, 1, 2, 40) });
  const blanks = fc.array(fc.nat(ARCS - 1), { maxLength: 25 });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), blanks, (changes, blanked) => {
      const values = BOARD.values.slice();
      const free = BOARD.free.slice();
      for (const { arc, by } of changes) values[arc] = Math.max(0, values[arc]! + by);
      for (const arc of blanked) {
        values[arc] = 0;
        free[arc] = true;
      }
      const board = { ...BOARD, values, free };
      if (repairable(board, [])) return;
      const { sets, complete } = smallestChanges(board);
      const found = sets.map((set) => set.toSorted((a, b) => a - b).join(','));
      expect(new Set(found).size).toBe(found.length);
      if (complete) expect(found.sort()).toEqual(bruteForce(board).sort());
    }),
    cases(10),
  );
});
