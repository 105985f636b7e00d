import type { Report } from '../../../shared/report/report.ts';
import type { Form } from './form.ts';

/** A printed cell as the number it shows; undefined for a blank, a dash, or anything else that is no number. */
const numberIn = (text: string): number | undefined =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

/** What a report says against what was printed. */
export interface Judgement {
  /** Figures said to be a number that their cell does not show. */
  readonly wrong: readonly string[];
  /** Printed numbers, and how many of them were found. */
  readonly printed: number;
  readonly found: number;
  /** The first few that were not found. */
  readonly lost: readonly string[];
}

/** Holds every figure of the report against the cell that was printed for it, the first where there are two. */
export const judge = (form: Form, report: Report | undefined): Judgement => {
  const printed = new Map<string, string>();
  for (const { rows } of form) {
    for (const { figure, text } of rows.flatMap(({ cells }) => cells)) {
      if (figure !== undefined && !printed.has(figure)) printed.set(figure, text);
    }
  }
  const wrong: string[] = [];
  for (const [id, { value, state, raw }] of Object.entries(report?.figures ?? {})) {
    if (value === null) continue;
    const text = printed.get(id) ?? '(not printed)';
    if (numberIn(text) !== value) wrong.push(`${id}: ${state} ${value} (${raw}), printed ${text || 'blank'}`);
  }
  const numbers = [...printed].filter(([, text]) => numberIn(text) !== undefined);
  const lost = numbers.filter(([id]) => (report?.figures[id]?.value ?? null) === null).map(([id]) => id);
  return { wrong, printed: numbers.length, found: numbers.length - lost.length, lost: lost.slice(0, 12) };
};
