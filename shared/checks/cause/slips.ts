import type { Message } from '../../document/rejection.ts';
import type { Position } from './position.ts';

/** One cell of a repair as a recogniser of slips sees it. */
export interface Slip {
  readonly position: Position;
  readonly from: number;
  readonly to: number;
}

/** A kind of slip that people make when they fill in the form, and how its repair is recognised. */
export interface SlipKind {
  readonly kind: string;
  readonly words: Message;
  readonly fits: (cells: readonly Slip[]) => boolean;
}

const alone =
  (fits: (from: string, to: string, cell: Slip) => boolean) =>
  (cells: readonly Slip[]): boolean => {
    const [cell] = cells;
    return cells.length === 1 && cell !== undefined && fits(String(cell.from), String(cell.to), cell);
  };

const pair =
  (fits: (first: Slip, second: Slip) => boolean) =>
  (cells: readonly Slip[]): boolean => {
    const [first, second] = cells;
    return cells.length === 2 && first !== undefined && second !== undefined && fits(first, second);
  };

const sameRow = (a: Slip, b: Slip): boolean =>
  a.position.table === b.position.table && a.position.row === b.position.row;
const sameColumn = (a: Slip, b: Slip): boolean =>
  a.position.table === b.position.table && a.position.column === b.position.column;
const adjacent = (a: number, b: number): boolean => Math.abs(a - b) === 1;
const opposite = (a: Slip, b: Slip): boolean => a.to - a.from === b.from - b.to;
const exchanged = (a: Slip, b: Slip): boolean => a.to === b.from && b.to === a.from;
const oneWasEmpty = (a: Slip, b: Slip): boolean => a.from === 0 || b.from === 0;

/** Whether `long` becomes `short` when one of its digits is left out. */
const dropsOne = (long: string, short: string): boolean =>
  long.length === short.length + 1 &&
  Array.from(long).some((_digit, index) => long.slice(0, index) + long.slice(index + 1) === short);

const differsInOne = (a: string, b: string): boolean =>
  a.length === b.length && Array.from(a).filter((digit, index) => digit !== b[index]).length === 1;

const swapsNeighbours = (a: string, b: string): boolean =>
  a.length === b.length &&
  Array.from(a).some(
    (digit, index) =>
      digit !== a[index + 1] && a.slice(0, index) + (a[index + 1] ?? '') + digit + a.slice(index + 2) === b,
  );

const digits = (value: number): string => (value === 0 ? '' : String(value));

/** The same digits in the same order, with the border between the two cells elsewhere. */
const bordersMoved = (a: Slip, b: Slip): boolean => {
  const [left, right] =
    a.position.column < b.position.column || a.position.row < b.position.row ? [a, b] : [b, a];
  return digits(left.from) + digits(right.from) === digits(left.to) + digits(right.to);
};

/** All changed values found again one step further, in one direction. */
const shifted = (along: 'row' | 'column') => (cells: readonly Slip[]) => {
  const across = along === 'row' ? 'column' : 'row';
  const [first] = cells;
  if (!first || cells.length < 2 || cells.some((cell) => cell.position[along] !== first.position[along])) {
    return false;
  }
  const line = cells.toSorted((a, b) => a.position[across] - b.position[across]);
  if (line.some((cell, i) => i > 0 && cell.position[across] !== line[i - 1]!.position[across] + 1))
    return false;
  const left = line.every((cell, i) => i === line.length - 1 || cell.to === line[i + 1]!.from);
  const right = line.every((cell, i) => i === 0 || cell.to === line[i - 1]!.from);
  return (left && line[0]!.from === 0) || (right && line[line.length - 1]!.from === 0);
};

/** Kinds of slip, the more telling first: a repair is of the first kind that it fits. */
export const SLIP_KINDS: readonly SlipKind[] = [
  {
    kind: 'total-row-empty',
    words: { zh: '（七）总计一行未填或只填了一部分', en: 'row （七）总计 was left empty or filled in part' },
    fits: (cells) => cells.length > 0 && cells.every((c) => c.from === 0 && c.position.inTotalRow),
  },
  {
    kind: 'total-empty',
    words: { zh: '总计未填', en: 'a total was left empty' },
    fits: (cells) => cells.length > 0 && cells.every((c) => c.from === 0 && c.position.inTotalColumn),
  },
  {
    kind: 'sign',
    words: { zh: '误带负号', en: 'a wrong sign' },
    fits: alone((_from, _to, cell) => cell.from !== 0 && cell.to === -cell.from),
  },
  {
    kind: 'unit',
    words: { zh: '数量级或单位有误', en: 'a wrong unit or order of magnitude' },
    fits: alone(
      (_from, _to, { from, to }) =>
        from !== 0 &&
        to !== 0 &&
        [100, 1000, 10_000].some((factor) => from === to * factor || to === from * factor),
    ),
  },
  {
    kind: 'digits-swapped',
    words: { zh: '相邻两位数字颠倒', en: 'two neighbouring digits swapped' },
    fits: alone(swapsNeighbours),
  },
  {
    kind: 'digit-dropped',
    words: { zh: '漏打一位数字', en: 'a digit dropped' },
    fits: alone((from, to) => dropsOne(to, from)),
  },
  {
    kind: 'digit-added',
    words: { zh: '多打一位数字', en: 'a digit too many' },
    fits: alone(dropsOne),
  },
  {
    kind: 'digit-mistyped',
    words: { zh: '一位数字打错', en: 'one digit mistyped' },
    fits: alone(differsInOne),
  },
  {
    kind: 'column-shift',
    words: { zh: '数字错了一列', en: 'values entered one column off' },
    fits: shifted('row'),
  },
  {
    kind: 'row-shift',
    words: { zh: '数字错了一行', en: 'values entered one row off' },
    fits: shifted('column'),
  },
  {
    kind: 'digits-split',
    words: { zh: '一个数被拆到相邻两格', en: 'a number split over two cells' },
    fits: pair(
      (a, b) =>
        ((sameRow(a, b) && adjacent(a.position.column, b.position.column)) ||
          (sameColumn(a, b) && adjacent(a.position.row, b.position.row))) &&
        bordersMoved(a, b),
    ),
  },
  {
    kind: 'cells-swapped',
    words: { zh: '两格数字互换', en: 'two values exchanged' },
    fits: pair((a, b) => (sameRow(a, b) || sameColumn(a, b)) && exchanged(a, b) && !oneWasEmpty(a, b)),
  },
  {
    kind: 'wrong-applicant',
    words: { zh: '申请人类别填错', en: 'requests counted under the wrong applicant' },
    fits: pair((a, b) => a.position.table === 'requests' && sameRow(a, b) && opposite(a, b)),
  },
  {
    kind: 'wrong-row',
    words: { zh: '办理结果填错了行', en: 'requests counted in the wrong row' },
    fits: pair((a, b) => a.position.table === 'requests' && sameColumn(a, b) && opposite(a, b)),
  },
  {
    kind: 'repeated-in-total',
    words: { zh: '一格有误，总计随之有误', en: 'a wrong value taken over into its total' },
    fits: pair((a, b) => (sameRow(a, b) || sameColumn(a, b)) && a.to - a.from === b.to - b.from),
  },
];

/** What remains: a repair that looks like no usual slip. */
export const OTHER_SLIP: SlipKind = {
  kind: 'other',
  words: { zh: '不像常见的失误', en: 'none of the usual slips' },
  fits: () => true,
};

/** The first kind that a repair fits, with its rank: the lower, the more telling. */
export const slipKindOf = (cells: readonly Slip[]): { readonly slip: SlipKind; readonly rank: number } => {
  const rank = SLIP_KINDS.findIndex((kind) => kind.fits(cells));
  return rank < 0 ? { slip: OTHER_SLIP, rank: SLIP_KINDS.length } : { slip: SLIP_KINDS[rank]!, rank };
};
