import type { Figure, Figures, TemplateId } from '../../report/report.ts';
import { cellsOf, type Relation, type Term } from './relation.ts';

/**
 * The figures of a report that take part in arithmetic, read once into arrays: relations run over them often. Plain
 * arrays, since a typed one takes longer to make than all relations to judge.
 */
export interface Cells {
  /** By cell, the figure as the report has it. */
  readonly figures: readonly (Figure | undefined)[];
  /** By cell, the number printed there; 0 where there is none. */
  readonly values: readonly number[];
  /** By cell, whether there is no number: blank, dashed, unreadable or missing. */
  readonly open: readonly boolean[];
  /** By cell, whether it is there and nothing is printed in it, unlike a figure the document does not have. */
  readonly blank: readonly boolean[];
  /** No cell is open. */
  readonly whole: boolean;
  /** By cell, the rules that told an inferred value apart. */
  readonly by: ReadonlyMap<number, readonly string[]>;
}

const isBlank = (figure: Figure | undefined): boolean =>
  figure?.value === null && (figure.state === 'blank' || figure.state === 'notApplicable');

/** Reads the cells of the relations of `template`. */
export const readCells = (template: TemplateId, figures: Figures): Cells => {
  const printed: (Figure | undefined)[] = [];
  const values: number[] = [];
  const open: boolean[] = [];
  const by = new Map<number, readonly string[]>();
  let whole = true;
  for (const id of cellsOf(template)) {
    const figure = figures[id];
    const value = figure?.value ?? null;
    if (figure?.by !== undefined) by.set(values.length, figure.by.split(','));
    if (value === null) whole = false;
    printed.push(figure);
    values.push(value ?? 0);
    open.push(value === null);
  }
  const blank = whole ? open : printed.map(isBlank);
  return { figures: printed, values, open, blank, whole, by };
};

/** The terms of a relation that hold no number, whatever the reason. */
export const openTerms = (relation: Relation, { open }: Cells): Term[] =>
  relation.terms.filter((term) => open[term.cell]);

/** The sum of a relation's terms that hold a number; 0 when all do and it holds. */
export const residual = (relation: Relation, values: readonly number[]): number => {
  let sum = 0;
  for (const cell of relation.plus) sum += values[cell]!;
  for (const cell of relation.minus) sum -= values[cell]!;
  // Fractions occur only by mistake; the rounding keeps 0.1 + 0.2 from failing against 0.3.
  return Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
};
