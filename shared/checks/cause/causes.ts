import type { Report } from '../../report/report.ts';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { boardOf } from '../arithmetic/board.ts';
import type { Relation } from '../arithmetic/relation.ts';
import type { System } from '../arithmetic/system.ts';
import type { Cause, Operand } from '../outcome.ts';
import { describeCause } from './describe.ts';
import { independentSlips, type Slice } from './independent.ts';
import { type Repair, rankedRepairs } from './repairs.ts';
import { OTHER_SLIP } from './slips.ts';
import { smallestChanges } from './smallest-changes.ts';

/** The cause of each failed relation, by relation id; relations of one cause share the same object. */
export type Causes = ReadonlyMap<string, Cause>;

const evidence = (best: Repair | undefined): Operand[] =>
  (best?.support ?? []).map(({ metric, value, at, quote }) => ({ claim: metric, value, at, quote }));

const toCause = (id: string, repairs: readonly Repair[], complete: boolean): Cause => {
  const [best] = repairs;
  const unique = complete && repairs.length === 1 && best?.unique === true;
  const supportedBy = evidence(best);
  return {
    id,
    repairs: repairs.map((repair) => repair.changes),
    unique,
    kind: (best?.slip ?? OTHER_SLIP).kind,
    ...(!complete && { complete }),
    message: describeCause(repairs, unique, complete),
    ...(supportedBy.length > 0 && { supportedBy }),
  };
};

/** Failed relations of a system; those of a joint conflict where none fails by itself. */
const failedIn = (system: System, { outcomes, jointConflicts }: Arithmetic): readonly Relation[] => {
  const failed = system.relations.filter(({ index }) => outcomes[index] === 'fail');
  if (failed.length > 0) return failed;
  return (
    jointConflicts.find(({ relations }) => relations.some((r) => system.relations.includes(r)))?.relations ??
    []
  );
};

const slices = (
  system: System,
  arithmetic: Arithmetic,
): { readonly slices: readonly Slice[]; readonly complete: boolean } => {
  const failed = failedIn(system, arithmetic);
  if (failed.length === 0) return { slices: [], complete: true };
  const { sets, complete } = smallestChanges(boardOf(system, arithmetic.cells));
  return { slices: complete ? independentSlips(system, failed, sets) : [{ failed, sets }], complete };
};

/**
 * Why relations fail: for every slip the smallest sets of cells to change. Nothing is searched in a system that
 * holds. Relations of a joint conflict are found under the ids of the relations involved.
 */
export const findCauses = (report: Report, arithmetic: Arithmetic): Causes => {
  const causes = new Map<string, Cause>();
  let count = 0;
  for (const system of arithmetic.systems) {
    const found = slices(system, arithmetic);
    for (const slice of found.slices) {
      count += 1;
      const repairs = rankedRepairs(system, arithmetic.cells, slice, report);
      const cause = toCause(`cause-${count}`, repairs, found.complete);
      for (const relation of slice.failed) causes.set(relation.id, cause);
    }
  }
  return causes;
};
