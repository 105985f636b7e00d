import type { ByteSource } from './byte-source.ts';

/** One property modifier (sprm): what it changes, and where its operand stands, without its length byte. */
export type VisitModifier = (code: number, operand: number, size: number) => void;

/** Operand sizes by the upper three bits of the code ([MS-DOC] 2.2.5.1); 6 is of variable length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const VARIABLE = 6;

const T_DEF_TABLE = 0xd608;
const T_DEF_TABLE_10 = 0xd606;
const P_CHG_TABS = 0xc615;

/** Where the operand begins and how long it is. `at` stands after the code. */
const operandOf = (source: ByteSource, code: number, at: number): [start: number, size: number] => {
  const kind = code >> 13;
  if (kind !== VARIABLE) return [at, SIZES[kind]!];
  // Only the table definitions have two bytes of length, counting one too many ([MS-DOC] 2.9.318).
  if (code === T_DEF_TABLE || code === T_DEF_TABLE_10) return [at + 2, Math.max(0, source.u16(at) - 1)];
  const size = source.u8(at);
  if (code !== P_CHG_TABS || size !== 255) return [at + 1, size];
  // Tab stops too many for one byte of length: two lists, each with its own count ([MS-DOC] 2.9.182).
  const deleted = source.u8(at + 1);
  const added = source.u8(at + 2 + 4 * deleted);
  return [at + 1, 2 + 4 * deleted + 3 * added];
};

/**
 * Visits the modifiers that stand in `source` from `start` to `end`. A rest shorter than a code is padding;
 * an operand that leads over the end ends the list, as Word does it.
 */
export const visitModifiers = (
  source: ByteSource,
  start: number,
  end: number,
  visit: VisitModifier,
): void => {
  source.need(start, end - start);
  let at = start;
  while (at + 3 <= end) {
    const code = source.u16(at);
    const [operand, size] = operandOf(source, code, at + 2);
    if (operand + size > end) return;
    visit(code, operand, size);
    at = operand + size;
  }
};
