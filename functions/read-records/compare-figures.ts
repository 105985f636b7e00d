import type { Figure, Figures } from '../../shared/report/report.ts';
import { figureName } from '../../shared/report/templates/figure-list.ts';

/** One figure that differs between two readings of a report. */
export interface FigureChange {
  readonly figure: string;
  readonly row: string | null;
  readonly column: string | null;
  readonly from: { readonly value: number | null; readonly state: string } | null;
  readonly to: { readonly value: number | null; readonly state: string } | null;
}

const side = (figure: Figure | undefined) => (figure ? { value: figure.value, state: figure.state } : null);

/** Figures whose value or state differs, in the order of the tables. */
export const compareFigures = (before: Figures, after: Figures): FigureChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((figure) => {
    const [from, to] = [side(before[figure]), side(after[figure])];
    if (from?.value === to?.value && from?.state === to?.state) return [];
    const name = figureName(figure);
    return [{ figure, row: name?.row ?? null, column: name?.column ?? null, from, to }];
  });
