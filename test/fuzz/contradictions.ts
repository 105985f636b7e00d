import type { Place } from '../../shared/document/document.ts';
import type { Examined, StatedFigure } from './examiner.ts';
import type { Touched } from './mutation.ts';

const isTouched = (at: Place | undefined, touched: Touched): boolean => {
  if (!at) return true;
  if (touched.kind === 'lines') return 'line' in at && at.line >= touched.from && at.line <= touched.to;
  return 'row' in at && at.table === touched.table && at.row >= touched.from && at.row <= touched.to;
};

/**
 * Stated figures that differ from those of the unchanged file although the change did not touch the rows they stand
 * in, neither there nor where the changed file is said to show them.
 */
export const contradictions = (
  before: Readonly<Record<string, StatedFigure>>,
  after: Extract<Examined, { figures: unknown }>,
  touched: Touched,
): string[] =>
  Object.entries(after.figures).flatMap(([id, { value, at }]) => {
    const known = before[id];
    if (!known || known.value === value) return [];
    if (isTouched(known.at, touched) || isTouched(at, touched)) return [];
    return [`${id}: ${value}, was ${known.value}`];
  });
