import { unitOf, unitsOf } from '../code-units.ts';
/** A number as written, before its unit: 3119, 1,234.5, 14万余, 二十三. */
export interface Numeral {
  readonly value: number;
  /** Written in digits; Chinese numerals are also parts of words (一体化). */
  readonly latin: boolean;
  readonly approximate: boolean;
  /** 余 and 多 say more than it. */
  readonly more: boolean;
  /** One unit of the last digit printed, where a power of ten is: 1000 for 1.2万; else 1. */
  readonly precision: number;
  readonly end: number;
}

const ZERO = unitOf('0');
const NINE = unitOf('9');
const DOT = unitOf('.');
const COMMA = unitOf(',');
const YUAN = unitOf('元');
const DIGITS: ReadonlyMap<number, number> = new Map(
  [...'零一二三四五六七八九']
    .map((digit, value) => [unitOf(digit), value] as const)
    .concat([
      [unitOf('〇'), 0],
      [unitOf('两'), 2],
    ]),
);
const POWERS: ReadonlyMap<number, number> = new Map([
  [unitOf('十'), 10],
  [unitOf('百'), 100],
  [unitOf('千'), 1000],
]);
const MYRIADS: ReadonlyMap<number, number> = new Map([
  [unitOf('万'), 10_000],
  [unitOf('亿'), 100_000_000],
]);
const ABOUT = unitsOf('余多来几');
const MORE = unitsOf('余多');

const isDigit = (value: number): boolean => value >= ZERO && value <= NINE;

let end = 0;
/** Digits after the point of the number read last. */
let decimals = 0;

/** Digits with thousands separators and a fraction; moves `end`. */
const arabic = (codes: Uint16Array, start: number, length: number): number => {
  let value = 0;
  let place = start;
  decimals = 0;
  while (place < length && isDigit(codes[place]!)) value = value * 10 + codes[place++]! - ZERO;
  while (
    place - start <= 15 &&
    codes[place] === COMMA &&
    place + 3 < length &&
    isDigit(codes[place + 1]!) &&
    isDigit(codes[place + 2]!) &&
    isDigit(codes[place + 3]!) &&
    !isDigit(codes[place + 4] ?? 0)
  ) {
    value =
      value * 1000 +
      (codes[place + 1]! - ZERO) * 100 +
      (codes[place + 2]! - ZERO) * 10 +
      (codes[place + 3]! - ZERO);
    place += 4;
  }
  if (codes[place] === DOT && place + 1 < length && isDigit(codes[place + 1]!)) {
    let digits = '';
    place += 1;
    while (place < length && isDigit(codes[place]!)) digits += String.fromCharCode(codes[place++]!);
    decimals = digits.length;
    value = Number(`${value}.${digits}`);
  }
  end = place;
  return value;
};

/** 二十三, 一百零五, 两千; or digits in a row, 二〇二四. Moves `end`; -1 where no numeral begins. */
const chinese = (codes: Uint16Array, start: number, length: number): number => {
  let total = 0;
  let digit = -1;
  let row = 0;
  let powers = 0;
  decimals = 0;
  let place = start;
  for (; place < length; place++) {
    const value = DIGITS.get(codes[place]!);
    if (value !== undefined) {
      row = row * 10 + value;
      digit = value;
      continue;
    }
    const power = POWERS.get(codes[place]!);
    if (power === undefined) break;
    total += (digit < 0 ? 1 : digit) * power;
    digit = -1;
    powers += 1;
  }
  end = place;
  if (place === start) return -1;
  return powers === 0 ? row : total + Math.max(digit, 0);
};

/** A printed number times a power of ten, without the dust of binary fractions. */
const scaled = (value: number, scale: number): number => Math.round(value * scale * 1e6) / 1e6;

/** The numeral that begins here; undefined where none does, or where it is beyond counting. */
export const numeralAt = (codes: Uint16Array, start: number, length: number): Numeral | undefined => {
  const latin = isDigit(codes[start]!);
  let value = latin ? arabic(codes, start, length) : chinese(codes, start, length);
  if (value < 0) return undefined;
  let approximate = false;
  let more = false;
  let scale = 1;
  const power = latin ? POWERS.get(codes[end]!) : undefined;
  if (power !== undefined) {
    scale = power;
    value = scaled(value, scale);
    end += 1;
  }
  for (;;) {
    const myriad = MYRIADS.get(codes[end]!);
    if (myriad !== undefined && codes[end + 1] !== YUAN) {
      value = scaled(value, myriad);
      scale *= myriad;
      end += 1;
    } else if (ABOUT.has(codes[end]!)) {
      approximate = true;
      more ||= MORE.has(codes[end]!);
      end += 1;
    } else break;
  }
  if (value > Number.MAX_SAFE_INTEGER) return undefined;
  return { value, latin, approximate, more, precision: Math.max(1, scale / 10 ** decimals), end };
};

/** The code units that a numeral can begin with. */
export const NUMBER_BEGINNINGS: readonly number[] = [
  ...Array.from({ length: 10 }, (_, digit) => ZERO + digit),
  ...DIGITS.keys(),
  ...POWERS.keys(),
];

const BEGINS_NUMBER: Uint8Array = (() => {
  const begins = new Uint8Array(0x10000);
  for (const unit of NUMBER_BEGINNINGS) begins[unit] = 1;
  return begins;
})();

/** Whether a numeral can begin with this character. */
export const beginsNumber = (unit: number): boolean => BEGINS_NUMBER[unit] === 1;
