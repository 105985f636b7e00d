import { unitOf } from '../code-units.ts';
import { type Numeral, numeralAt } from './numeral.ts';
import type { Side } from './side.ts';

/** A number of the text with what it counts in: `3119 件`, `14万余条`, `二十三件`, `33.9%`, `2024年`. */
export interface Quantity {
  readonly kind: 'count' | 'cash' | 'share' | 'year' | 'quantity';
  readonly value: number;
  readonly unit: string;
  approximate: boolean;
  /** Which side of it is meant: 余 and 多 say more. */
  side: Side | undefined;
  /** One unit of the last digit printed, where a power of ten is: 1000 for 1.2万; else 1. */
  readonly precision: number;
  readonly end: number;
}

/** What a word counts. */
export const NO_QUANTITY: Quantity = {
  kind: 'quantity',
  value: 0,
  unit: '',
  approximate: false,
  side: undefined,
  precision: 1,
  end: 0,
};

const PERCENT = unitOf('%');
const YEAR = unitOf('年');
const WHOLE = unitOf('度');
const YUAN = unitOf('元');
const MYRIAD = unitOf('万');
const LEFT = unitOf('左');
const RIGHT = unitOf('右');

/** Units that the tables' things are counted in (件, 起, 条, 宗, 份, 项, 篇, 人次 and near them). */
const COUNTED = [
  '件次',
  '条次',
  '篇次',
  '人次',
  '宗次',
  '件',
  '起',
  '条',
  '宗',
  '份',
  '项',
  '篇',
  '例',
  '则',
  '封',
  '笔',
  '个',
];
/** What makes another unit of one that begins alike: 工作日, 百分点. */
const NOT_COUNTED = ['个工作日', '个月', '个百分', '个小时', '份额', '条例', '项目', '个人'];

interface Unit {
  readonly word: string;
  readonly counted: boolean;
}

/** All of them by their first character, in the order to try them. */
const UNITS: ReadonlyMap<number, readonly Unit[]> = (() => {
  const units = new Map<number, Unit[]>();
  const add = (words: readonly string[], counted: boolean): void => {
    for (const word of words)
      units.set(unitOf(word), [...(units.get(unitOf(word)) ?? []), { word, counted }]);
  };
  add(NOT_COUNTED, false);
  add(COUNTED, true);
  return units;
})();

const starts = (codes: Uint16Array, place: number, length: number, word: string): boolean => {
  if (place + word.length > length) return false;
  for (let offset = 0; offset < word.length; offset++) {
    if (codes[place + offset] !== word.charCodeAt(offset)) return false;
  }
  return true;
};

/** The unit here that the tables count in. */
const unitAt = (codes: Uint16Array, place: number, length: number): string | undefined => {
  const units = UNITS.get(codes[place]!);
  if (units === undefined) return undefined;
  for (const { word, counted } of units) {
    if (starts(codes, place, length, word)) return counted ? word : undefined;
  }
  return undefined;
};

const quantity = (
  kind: Quantity['kind'],
  value: number,
  unit: string,
  { approximate, precision }: Numeral,
  end: number,
): Quantity => ({ kind, value, unit, approximate, side: undefined, precision, end });

/** The number that begins here, with its unit; undefined where it is none, or counts nothing. */
export const quantityAt = (codes: Uint16Array, start: number, length: number): Quantity | undefined => {
  const numeral = numeralAt(codes, start, length);
  if (numeral === undefined) return undefined;
  const { value, latin, more, end } = numeral;
  // Folded text has a 0 at its end.
  const next = codes[end];
  if (next === PERCENT) return quantity('share', value, '%', numeral, end + 1);
  if (next === YEAR && value >= 1980 && value <= 2100) {
    return quantity('year', value, '年', numeral, codes[end + 1] === WHOLE ? end + 2 : end + 1);
  }
  if (next === MYRIAD && codes[end + 1] === YUAN) {
    return quantity('cash', Math.round(value * 10_000 * 100) / 100, '元', numeral, end + 2);
  }
  if (next === YUAN) return quantity('cash', value, '元', numeral, end + 1);
  const unit = unitAt(codes, end, length);
  if (unit === undefined || !Number.isSafeInteger(value)) {
    return latin ? quantity('quantity', value, '', numeral, end) : undefined;
  }
  const after = end + unit.length;
  const about = codes[after] === LEFT && codes[after + 1] === RIGHT;
  const count = quantity('count', value, unit, numeral, about ? after + 2 : after);
  count.approximate ||= about;
  if (more && !about) count.side = 'more';
  return count;
};
