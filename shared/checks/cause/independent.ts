import type { Relation } from '../arithmetic/relation.ts';
import type { System } from '../arithmetic/system.ts';

/** Failed relations that one slip explains, with the smallest sets that repair them. */
export interface Slice {
  readonly failed: readonly Relation[];
  readonly sets: readonly (readonly number[])[];
}

/** The arcs of a set, parted where no relation joins them. */
const parts = (system: System, set: readonly number[]): number[][] => {
  const groups: { arcs: number[]; relations: Set<Relation> }[] = [];
  for (const arc of set) {
    const relations = system.holding[arc]!;
    const touched = groups.filter((group) => relations.some((relation) => group.relations.has(relation)));
    const merged = {
      arcs: [...touched.flatMap((group) => group.arcs), arc],
      relations: new Set([...touched.flatMap((group) => [...group.relations]), ...relations]),
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged);
  }
  return groups.map((group) => group.arcs);
};

const repairs = (system: System, arcs: readonly number[], failed: readonly Relation[]): Relation[] =>
  failed.filter((relation) => arcs.some((arc) => system.holding[arc]!.includes(relation)));

/** Failed relations, grouped so that no part of any set repairs relations of two groups. */
const groupFailed = (
  system: System,
  failed: readonly Relation[],
  sets: readonly (readonly number[])[],
): Relation[][] => {
  let groups = failed.map((relation) => [relation]);
  for (const set of sets) {
    for (const arcs of parts(system, set)) {
      const repaired = repairs(system, arcs, failed);
      const joined = groups.filter((group) => group.some((relation) => repaired.includes(relation)));
      if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
    }
  }
  return groups;
};

const key = (set: readonly number[]): string => set.toSorted((a, b) => a - b).join(',');

/**
 * Parts what independent slips have done: when every smallest set is a free combination of parts that repair
 * different relations, each part is a slip of its own.
 */
export const independentSlips = (
  system: System,
  failed: readonly Relation[],
  sets: readonly (readonly number[])[],
): Slice[] => {
  const together = [{ failed, sets }];
  const groups = groupFailed(system, failed, sets);
  if (groups.length < 2) return together;
  const slices = groups.map((group) => {
    const found = new Map<string, number[]>();
    for (const set of sets) {
      const own = parts(system, set).filter((arcs) => repairs(system, arcs, group).length > 0);
      found.set(key(own.flat()), own.flat());
    }
    return { failed: group, sets: [...found.values()] };
  });
  const combinations = slices.reduce((product, slice) => product * slice.sets.length, 1);
  return combinations === sets.length ? slices : together;
};
