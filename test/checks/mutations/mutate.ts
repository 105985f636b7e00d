import type { Report } from '../../../shared/report/report.ts';
import { APPLICANTS, requestRows } from '../../../shared/report/templates/requests.ts';
import type { Random } from './random.ts';

/** What a mutation writes, by figure id. */
export type Damage = ReadonlyMap<string, number>;

/** A slip people make: undefined where this report offers nothing to make it with. */
export type Mutation = (report: Report, random: Random) => Damage | undefined;

const PARTS = APPLICANTS.filter(({ id }) => id !== 'total').map(({ id }) => id);

const value = (report: Report, figure: string): number | null => report.figures[figure]?.value ?? null;

const statedCells = (report: Report): string[] =>
  Object.keys(report.figures).filter((id) => !id.startsWith('disclosure') && value(report, id) !== null);

const writeOne =
  (change: (value: number, random: Random) => number | undefined): Mutation =>
  (report, random) => {
    const cells = statedCells(report);
    // Most cells are 0; a slip that needs digits is tried on several.
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const figure = random.pick(cells)!;
      const old = value(report, figure)!;
      const changed = change(old, random);
      if (changed !== undefined && changed !== old) return new Map([[figure, changed]]);
    }
    return undefined;
  };

const rowCells = (report: Report, random: Random): string[] | undefined => {
  const row = random.pick(requestRows(report.templates.requests))!;
  const cells = PARTS.map((part) => `requests.${row.id}.${part}`);
  return cells.every((figure) => value(report, figure) !== null) ? cells : undefined;
};

const swapDigits = (old: number, random: Random): number | undefined => {
  const digits = String(old);
  if (digits.length < 2) return undefined;
  const at = random.below(digits.length - 1);
  const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
  return swapped.startsWith('0') ? undefined : Number(swapped);
};

const dropDigit = (old: number, random: Random): number | undefined => {
  const digits = String(old);
  if (digits.length < 2) return undefined;
  const at = random.below(digits.length);
  const left = digits.slice(0, at) + digits.slice(at + 1);
  return left.startsWith('0') && left.length > 1 ? undefined : Number(left);
};

const mistype = (old: number, random: Random): number => {
  const digits = String(old);
  const at = random.below(digits.length);
  const digit = digits.length > 1 && at === 0 ? 1 + random.below(9) : random.below(10);
  return Number(digits.slice(0, at) + digit + digits.slice(at + 1));
};

const swapCells: Mutation = (report, random) => {
  const cells = statedCells(report);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const [a, b] = [random.pick(cells)!, random.pick(cells)!];
    if (value(report, a) === value(report, b)) continue;
    return new Map([
      [a, value(report, b)!],
      [b, value(report, a)!],
    ]);
  }
  return undefined;
};

const swapNeighbours: Mutation = (report, random) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const cells = rowCells(report, random);
    if (!cells) continue;
    const at = random.below(cells.length - 1);
    const [a, b] = [cells[at]!, cells[at + 1]!];
    if (value(report, a) === value(report, b)) continue;
    return new Map([
      [a, value(report, b)!],
      [b, value(report, a)!],
    ]);
  }
  return undefined;
};

/** The six parts of a row one column to the right; the first is left empty and the last falls away. */
const shiftRow: Mutation = (report, random) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const cells = rowCells(report, random);
    if (!cells || value(report, cells[5]!) !== 0) continue;
    const damage = new Map<string, number>();
    cells.forEach((figure, i) => {
      const shifted = i === 0 ? 0 : value(report, cells[i - 1]!)!;
      if (shifted !== value(report, figure)) damage.set(figure, shifted);
    });
    if (damage.size > 0) return damage;
  }
  return undefined;
};

/** One request filed under the wrong applicant: one more here, one less there. */
const wrongApplicant: Mutation = (report, random) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const cells = rowCells(report, random);
    const more = cells && random.pick(cells)!;
    const less = cells && random.pick(cells.filter((f) => f !== more && value(report, f)! > 0));
    if (!more || !less) continue;
    return new Map([
      [more, value(report, more)! + 1],
      [less, value(report, less)! - 1],
    ]);
  }
  return undefined;
};

/** Row （七）总计 left at zero, all of it or all but 总计. */
const emptyTotalRow: Mutation = (report, random) => {
  const columns = random.below(2) === 0 ? PARTS : [...PARTS, 'total'];
  const cells = columns.map((column) => `requests.closed.${column}`);
  const filled = cells.filter((figure) => (value(report, figure) ?? 0) > 0);
  return filled.length > 0 ? new Map(filled.map((figure) => [figure, 0])) : undefined;
};

/** The mutations, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'one cell changed': writeOne((old, random) =>
    random.below(3) === 0 ? random.below(500) : mistype(old, random),
  ),
  'one cell ±1': writeOne((old, random) => (old > 0 && random.below(2) === 0 ? old - 1 : old + 1)),
  'digit dropped': writeOne(dropDigit),
  'digits swapped': writeOne(swapDigits),
  'sign added': writeOne((old) => (old > 0 ? -old : undefined)),
  'two cells swapped': swapCells,
  'neighbours swapped': swapNeighbours,
  'row one column off': shiftRow,
  'wrong applicant': wrongApplicant,
  'total row empty': emptyTotalRow,
};

/** The report with the damage written into it. */
export const damaged = (report: Report, damage: Damage): Report => ({
  ...report,
  figures: {
    ...report.figures,
    ...Object.fromEntries(
      [...damage].map(([figure, number]) => [
        figure,
        { ...report.figures[figure], value: number, raw: String(number), state: 'stated' as const },
      ]),
    ),
  },
});
