import type { Report } from '../../report/report.ts';
import type { OutcomeValue } from '../outcome.ts';
import { evaluate } from './evaluate.ts';
import { type Relation, relationsOf } from './relation.ts';

/** The relations of one report, each judged by itself. */
export interface Arithmetic {
  readonly relations: readonly Relation[];
  /** By relation id. */
  readonly outcomes: ReadonlyMap<string, OutcomeValue>;
}

/** Judges every arithmetic relation that the report's templates have. */
export const solve = (report: Report): Arithmetic => {
  const relations = relationsOf(report.templates.requests);
  return {
    relations,
    outcomes: new Map(relations.map((relation) => [relation.id, evaluate(relation, report.figures)])),
  };
};
