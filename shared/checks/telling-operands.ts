import type { Operand } from './outcome.ts';

/** So few are shown whatever they are. */
const FEW = 4;

/** Operands that are 0 add nothing to an explanation of a sum; the last one, the total, always shows. */
export const tellingOperands = (operands: readonly Operand[]): readonly Operand[] =>
  operands.length <= FEW
    ? operands
    : operands.filter(({ value }, index) => value !== 0 || index === operands.length - 1);
