import type { OutcomeValue } from '../outcome.ts';
import { type Cells, residual } from './cells.ts';
import type { Relation } from './relation.ts';

const someOpen = (cells: readonly number[], { open }: Cells): boolean => {
  for (const cell of cells) if (open[cell]) return true;
  return false;
};

/**
 * Judges one relation by itself. What holds no number stands for any non-negative whole number, so that the
 * relation fails only when no filling exists.
 */
export const evaluate = (relation: Relation, cells: Cells): OutcomeValue => {
  // An operand that was told apart by this very rule cannot confirm it.
  if (cells.by.size > 0 && relation.terms.some(({ cell }) => cells.by.get(cell)?.includes(relation.rule))) {
    return 'unknown';
  }
  const sum = residual(relation, cells.values);
  const canRaise = !cells.whole && someOpen(relation.plus, cells);
  const canLower = !cells.whole && someOpen(relation.minus, cells);
  if (!canRaise && !canLower) return sum === 0 ? 'pass' : 'fail';
  if (!Number.isInteger(sum)) return 'fail';
  return (sum > 0 && !canLower) || (sum < 0 && !canRaise) ? 'fail' : 'unknown';
};
