import type { Figures } from '../../report/report.ts';
import type { OutcomeValue } from '../outcome.ts';
import { openTerms, type Relation, residual } from './relation.ts';

/**
 * Judges one relation by itself. What holds no number stands for any non-negative whole number, so that the
 * relation fails only when no filling exists.
 */
export const evaluate = (relation: Relation, figures: Figures): OutcomeValue => {
  // An operand that was told apart by this very rule cannot confirm it.
  if (relation.terms.some(({ figure }) => figures[figure]?.by === relation.rule)) return 'unknown';
  const open = openTerms(relation, figures);
  const sum = residual(relation, figures);
  if (open.length === 0) return sum === 0 ? 'pass' : 'fail';
  if (!Number.isInteger(sum)) return 'fail';
  const canRaise = open.some((term) => term.coefficient === 1);
  const canLower = open.some((term) => term.coefficient === -1);
  return (sum > 0 && !canLower) || (sum < 0 && !canRaise) ? 'fail' : 'unknown';
};
