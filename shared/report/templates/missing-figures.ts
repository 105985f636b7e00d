import type { Figure } from '../report.ts';

/** What was not found; never 0. */
export const MISSING: Figure = { value: null, state: 'missing' };

/** The figures of a table in the form's order, before any of them is found. */
export const missingFigures = (count: number): Figure[] => new Array<Figure>(count).fill(MISSING);
