import type { Figures, TemplateId } from '../../report/report.ts';
import { cellsOf, type Relation, type Term } from './relation.ts';

/** The figures of a report that take part in arithmetic, read once into arrays: relations run over them often. */
export interface Cells {
  /** By cell, the number printed there; 0 where there is none. */
  readonly values: Float64Array;
  /** By cell, 1 where there is no number: blank, dashed, unreadable or missing. */
  readonly open: Uint8Array;
  /** By cell, 1 where the cell is there and nothing is printed in it, unlike a figure the document does not have. */
  readonly blank: Uint8Array;
  /** By cell, the rules that told an inferred value apart. */
  readonly by: ReadonlyMap<number, readonly string[]>;
}

/** Reads the cells of the relations of `template`. */
export const readCells = (template: TemplateId, figures: Figures): Cells => {
  const ids = cellsOf(template);
  const values = new Float64Array(ids.length);
  const open = new Uint8Array(ids.length);
  const blank = new Uint8Array(ids.length);
  const by = new Map<number, readonly string[]>();
  for (let cell = 0; cell < ids.length; cell += 1) {
    const figure = figures[ids[cell]!];
    const value = figure?.value ?? null;
    if (value === null) {
      open[cell] = 1;
      if (figure?.state === 'blank' || figure?.state === 'notApplicable') blank[cell] = 1;
    } else values[cell] = value;
    if (figure?.by !== undefined) by.set(cell, figure.by.split(','));
  }
  return { values, open, blank, by };
};

/** The terms of a relation that hold no number, whatever the reason. */
export const openTerms = (relation: Relation, { open }: Cells): Term[] =>
  relation.terms.filter((term) => open[term.cell] === 1);

/** The sum of a relation's terms that hold a number; 0 when all do and it holds. */
export const residual = (relation: Relation, values: Float64Array): number => {
  let sum = 0;
  for (const { cell, coefficient } of relation.terms) sum += coefficient * values[cell]!;
  // Fractions occur only by mistake; the rounding keeps 0.1 + 0.2 from failing against 0.3.
  return Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
};
