import { fold } from '../fold.ts';
import { REQUEST_ROWS } from '../templates/requests.ts';
import type { Entry } from './entry.ts';

const ORDER: ReadonlyMap<string, number> = new Map(REQUEST_ROWS.map(({ id }, index) => [id, index]));
/** Rows printed out of order are near their place; another table begins further back. */
const FURTHEST_BACK = 8;
const FIRST_WORDS = /本年新收/;

/**
 * A report on a whole city sometimes adds its own office's table behind: the first table is the report's. Another
 * one begins where the rows go far back in the form's order, or where the first row comes again. One row alone
 * ahead of all others is misprinted itself.
 */
export const firstTable = (entries: readonly Entry[]): readonly Entry[] => {
  let furthest = 0;
  let nextFurthest = 0;
  const end = entries.findIndex(({ label, text, values }) => {
    if (values.length === 0 && label === undefined) return false;
    const place = label === undefined ? (FIRST_WORDS.test(fold(text)) ? 0 : furthest) : ORDER.get(label)!;
    const again = nextFurthest - place >= FURTHEST_BACK || (place === 0 && furthest > 1);
    if (label !== undefined) nextFurthest = Math.max(nextFurthest, Math.min(furthest, place));
    furthest = Math.max(furthest, place);
    return again;
  });
  return end < 0 ? entries : entries.slice(0, end);
};
