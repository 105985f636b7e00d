import type { Report } from '../../report/report.ts';
import type { OutcomeValue } from '../outcome.ts';
import { type Cells, openTerms, readCells } from './cells.ts';
import { type Deduction, settle } from './deduction.ts';
import { evaluate } from './evaluate.ts';
import type { Conflict } from './filling.ts';
import { type Relation, relationsOf } from './relation.ts';
import { type System, systemsOf } from './system.ts';

/** Relations that each could hold with some filling of the blanks, and together cannot. */
export interface JointConflict {
  readonly relations: readonly Relation[];
  /** The stated figures of which at least one must be wrong. */
  readonly figures: readonly string[];
}

/** The arithmetic relations of one report, judged each by itself and all together. */
export interface Arithmetic {
  readonly relations: readonly Relation[];
  readonly cells: Cells;
  /** By index of the relation: each judged by itself. */
  readonly outcomes: readonly OutcomeValue[];
  /** By figure id: the blanks that the relations settle. Empty in a system that has no filling. */
  readonly deductions: ReadonlyMap<string, Deduction>;
  /** In systems where no relation fails by itself. */
  readonly jointConflicts: readonly JointConflict[];
  /** By index: whether the relation neither fails nor leaves anything open: all stated, or blank and settled. */
  readonly decided: readonly boolean[];
  readonly systems: readonly System[];
}

const jointConflict = (system: System, conflict: Conflict): JointConflict => ({
  relations: conflict.nodes.flatMap((node) => system.nodes[node] ?? []),
  figures: conflict.arcs.map((arc) => system.figures[arc]!).sort(),
});

/** All stated, or blank and settled. */
const isDecided = (
  relation: Relation,
  outcome: OutcomeValue,
  cells: Cells,
  deductions: ReadonlyMap<string, Deduction>,
): boolean => {
  if (outcome !== 'unknown') return true;
  const open = openTerms(relation, cells);
  return open.length > 0 && open.every(({ figure, cell }) => cells.blank[cell] && deductions.has(figure));
};

/** A row or route whose every cell is blank. */
const statesNothing = (relation: Relation, { blank }: Cells): boolean =>
  relation.terms.every(({ cell }) => blank[cell]);

/**
 * Relations that are decided. One that states nothing at all says nothing that could be wrong: it is let pass
 * beside others of its table that are decided, so that a table which is blank throughout stays open.
 */
const decide = (
  relations: readonly Relation[],
  outcomes: readonly OutcomeValue[],
  cells: Cells,
  deductions: ReadonlyMap<string, Deduction>,
): boolean[] => {
  const decided = relations.map((relation, index) =>
    isDecided(relation, outcomes[index]!, cells, deductions),
  );
  if (decided.every((each) => each)) return decided;
  const tables = new Set(relations.filter((_relation, index) => decided[index]).map(({ table }) => table));
  return relations.map(
    (relation, index) => decided[index]! || (tables.has(relation.table) && statesNothing(relation, cells)),
  );
};

/** Judges every arithmetic relation that the report's templates have, blanks included. */
export const solve = (report: Report): Arithmetic => {
  const template = report.templates.requests;
  const relations = relationsOf(template);
  const systems = systemsOf(template);
  const cells = readCells(template, report.figures);
  const outcomes = relations.map((relation) => evaluate(relation, cells));
  const deductions = new Map<string, Deduction>();
  const jointConflicts: JointConflict[] = [];
  for (const system of systems) {
    if (system.relations.some(({ index }) => outcomes[index] === 'fail')) continue;
    const settled = settle(system, cells);
    for (const [figure, deduction] of settled.deductions) deductions.set(figure, deduction);
    if (settled.conflict) jointConflicts.push(jointConflict(system, settled.conflict));
  }
  const decided = decide(relations, outcomes, cells, deductions);
  return { relations, cells, outcomes, deductions, jointConflicts, decided, systems };
};
