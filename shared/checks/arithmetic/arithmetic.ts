import type { Report } from '../../report/report.ts';
import { perTemplate } from '../../report/templates/per-template.ts';
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
  /** By relation id. */
  readonly relations: ReadonlyMap<string, Relation>;
  readonly cells: Cells;
  /** By relation id: each judged by itself. */
  readonly outcomes: ReadonlyMap<string, OutcomeValue>;
  /** By figure id: the blanks that the relations settle. Empty in a system that has no filling. */
  readonly deductions: ReadonlyMap<string, Deduction>;
  /** In systems where no relation fails by itself. */
  readonly jointConflicts: readonly JointConflict[];
  /** Ids of relations that neither fail nor leave anything open: all stated, or blank and settled. */
  readonly decided: ReadonlySet<string>;
  readonly systems: readonly System[];
}

const byId = perTemplate(
  (template): ReadonlyMap<string, Relation> =>
    new Map(relationsOf(template).map((relation) => [relation.id, relation])),
);

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
  outcomes: ReadonlyMap<string, OutcomeValue>,
  cells: Cells,
  deductions: ReadonlyMap<string, Deduction>,
): Set<string> => {
  const decided = relations.filter((relation) =>
    isDecided(relation, outcomes.get(relation.id) ?? 'unknown', cells, deductions),
  );
  const tables = new Set(decided.map((relation) => relation.table));
  const silent = relations.filter((relation) => tables.has(relation.table) && statesNothing(relation, cells));
  return new Set([...decided, ...silent].map((relation) => relation.id));
};

/** Judges every arithmetic relation that the report's templates have, blanks included. */
export const solve = (report: Report): Arithmetic => {
  const template = report.templates.requests;
  const relations = relationsOf(template);
  const systems = systemsOf(template);
  const cells = readCells(template, report.figures);
  const outcomes = new Map(relations.map((relation) => [relation.id, evaluate(relation, cells)]));
  const deductions = new Map<string, Deduction>();
  const jointConflicts: JointConflict[] = [];
  for (const system of systems) {
    if (system.relations.some((relation) => outcomes.get(relation.id) === 'fail')) continue;
    const settled = settle(system, cells);
    for (const [figure, deduction] of settled.deductions) deductions.set(figure, deduction);
    if (settled.conflict) jointConflicts.push(jointConflict(system, settled.conflict));
  }
  return {
    relations: byId(template),
    cells,
    outcomes,
    deductions,
    jointConflicts,
    decided: decide(relations, outcomes, cells, deductions),
    systems,
  };
};
