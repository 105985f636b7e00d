import type { Claim, Report } from '../../report/report.ts';
import { boardOf } from '../arithmetic/board.ts';
import type { Cells } from '../arithmetic/cells.ts';
import type { System } from '../arithmetic/system.ts';
import type { Change } from '../outcome.ts';
import { supportingClaims, tellingClaims } from './evidence.ts';
import type { Slice } from './independent.ts';
import { newValues } from './new-values.ts';
import { positionOf } from './position.ts';
import { type SlipKind, slipKindOf } from './slips.ts';

/** One smallest repair, with what speaks for it. */
export interface Repair {
  readonly changes: readonly Change[];
  /** Whether the changed cells can take these values only. */
  readonly unique: boolean;
  readonly slip: SlipKind;
  readonly support: readonly Claim[];
}

interface Ranked extends Repair {
  readonly rank: number;
  readonly distance: number;
}

const rankRepair = (changes: readonly Change[], unique: boolean): Omit<Ranked, 'support'> => {
  const cells = changes.flatMap(({ figure, from, to }) => {
    const position = positionOf(figure);
    return position && from !== null ? [{ position, from, to }] : [];
  });
  const distance = changes.reduce((sum, { from, to }) => sum + Math.abs(to - (from ?? 0)), 0);
  return { changes, unique, ...slipKindOf(cells), distance };
};

/**
 * The smallest repairs of a slice, best first: those that the narrative supports, then those that look like a
 * slip people make, then those that change least, then in printed order.
 */
export const rankedRepairs = (system: System, cells: Cells, slice: Slice, report: Report): Repair[] => {
  const board = boardOf(system, cells);
  const claims = tellingClaims(report, slice.failed);
  const ranked = slice.sets.map((set): Ranked => {
    const arcs = set.toSorted((a, b) => system.cells[a]! - system.cells[b]!);
    const { values, unique } = newValues(board, arcs);
    const changes = arcs.map((arc, i) => ({
      figure: system.figures[arc]!,
      from: board.values[arc]!,
      to: values[i]!,
    }));
    return { ...rankRepair(changes, unique), support: supportingClaims(claims, report, changes) };
  });
  const order = (repair: Ranked): number =>
    Math.min(...repair.changes.map(({ figure }) => system.figures.indexOf(figure)));
  return ranked.sort(
    (a, b) =>
      b.support.length - a.support.length ||
      a.rank - b.rank ||
      a.distance - b.distance ||
      order(a) - order(b),
  );
};
