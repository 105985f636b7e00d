import type { OutcomeValue } from '../outcome.ts';
import { type Cells, residual } from './cells.ts';
import type { Relation } from './relation.ts';

/**
 * Judges one relation by itself. What holds no number stands for any non-negative whole number, so that the
 * relation fails only when no filling exists.
 */
export const evaluate = (relation: Relation, cells: Cells): OutcomeValue => {
  // An operand that was told apart by this very rule cannot confirm it.
  if (cells.by.size > 0 && relation.terms.some(({ cell }) => cells.by.get(cell)?.includes(relation.rule))) {
    return 'unknown';
  }
  let canRaise = false;
  let canLower = false;
  for (const { cell, coefficient } of relation.terms) {
    if (!cells.open[cell]) continue;
    if (coefficient === 1) canRaise = true;
    else canLower = true;
  }
  const sum = residual(relation, cells.values);
  if (!canRaise && !canLower) return sum === 0 ? 'pass' : 'fail';
  if (!Number.isInteger(sum)) return 'fail';
  return (sum > 0 && !canLower) || (sum < 0 && !canRaise) ? 'fail' : 'unknown';
};
