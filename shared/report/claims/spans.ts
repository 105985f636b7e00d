import { unitOf, unitsOf } from '../code-units.ts';
import { textBetween } from './fold.ts';
import { beginsNumber } from './numeral.ts';

/** A stretch of time in words: part of a year, a whole one, or several. */
export interface Span {
  readonly kind: 'part' | 'until' | 'whole' | 'years';
  readonly end: number;
}

const N = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const TO = '(?:[-—–~]{1,2}|至|到)';
const MONTHS = new RegExp(
  `^${N}(?:月份?)?(?:\\d{1,2}日)?起?${TO}(?:同年|当年|\\d{4}年)?${N}月(?:份|底|末)?(?:\\d{1,2}日)?`,
);
const MONTH = new RegExp(`^${N}月(份|底|末)?(\\d{1,2}日)?`);
const YEARS = new RegExp(`^(\\d{4})年?(?:${N}月(?:\\d{1,2}日)?)?${TO}(\\d{4})年(?:${N}月(?:\\d{1,2}日)?)?`);
const UNTIL = /(?:至|到|截止)(?:\d{4}年|今年|本年|当年)?$/;
const LONGEST_SPAN = 24;
const YEAR_DIGITS = 4;

const NUMERALS = '一二三四五六七八九十';

const monthOf = (text: string): number =>
  text.startsWith('十')
    ? 10 + Math.max(0, NUMERALS.indexOf(text[1] ?? '') + 1)
    : NUMERALS.indexOf(text) + 1 || Number(text);

const DECEMBER = 12;

const yearsIn = (text: string): Span | undefined => {
  const match = YEARS.exec(text);
  if (!match) return undefined;
  const [said, from, first = '1', to, last = '12'] = match;
  const months = (Number(to) - Number(from)) * DECEMBER + monthOf(last) - monthOf(first) + 1;
  return months > DECEMBER && Number(from) >= 1980 ? { kind: 'years', end: said.length } : undefined;
};

/** How far back 截至 may stand: 截至2024年6月. */
const LONGEST_UNTIL = 7;

/** What 截至 or the year behind it ends with. */
const BEFORE_UNTIL = unitsOf('至到止年');

const isUntil = (codes: Uint16Array, start: number): boolean =>
  start > 0 &&
  BEFORE_UNTIL.has(codes[start - 1]!) &&
  UNTIL.test(textBetween(Math.max(0, start - LONGEST_UNTIL), start));

const monthsIn = (text: string, goesOn: boolean, codes: Uint16Array, start: number): Span | undefined => {
  const range = goesOn ? MONTHS.exec(text) : null;
  if (range) {
    const [said, from = '', to = ''] = range;
    const part = monthOf(from) <= monthOf(to) && monthOf(to) - monthOf(from) < DECEMBER - 1;
    return { kind: part ? 'part' : 'whole', end: said.length };
  }
  const month = MONTH.exec(text);
  if (!month) return undefined;
  const [said, at = '', edge, day] = month;
  const until = isUntil(codes, start);
  const date = day !== undefined || edge === '底' || edge === '末' || until;
  // 2024年1月15日 is a date, 截至6月底 the part of the year before it, 截至12月31日 all of it.
  if (!date) return { kind: 'part', end: said.length };
  return { kind: until && monthOf(at) < DECEMBER ? 'until' : 'whole', end: said.length };
};

const YEAR_SIGN = unitOf('年');
const MONTH_SIGN = unitOf('月');
/** After the numeral of a span: its sign, or that it goes on to another. */
const AFTER_NUMERAL = unitsOf('月日年起至到-—–~');
/** After 2024年 a span goes on with a numeral or with these. */
const DASHES = unitsOf('至到-—–~');

/** The place after the numeral that begins here; negative where what follows tells that no span begins with it. */
const afterNumeral = (codes: Uint16Array, start: number, length: number): number => {
  let place = start;
  while (place < length && beginsNumber(codes[place]!)) place += 1;
  if (place >= length || !AFTER_NUMERAL.has(codes[place]!)) return -1;
  if (codes[place] !== YEAR_SIGN) return place;
  const next = place + 1 < length ? codes[place + 1]! : 0;
  return beginsNumber(next) || DASHES.has(next) ? place : -1;
};

const hasDash = (codes: Uint16Array, from: number, end: number): boolean => {
  for (let place = from; place < end; place++) if (DASHES.has(codes[place]!)) return true;
  return false;
};

/** The span of months or years that begins with the numeral here: 1月至6月, 12月份, 截至6月底, 2020年至2024年. */
export const spanAt = (codes: Uint16Array, start: number, length: number): Span | undefined => {
  const after = afterNumeral(codes, start, length);
  if (after < 0) return undefined;
  const end = Math.min(length, start + LONGEST_SPAN);
  const goesOn = hasDash(codes, after, end);
  // Without it no span is left but one month.
  if (!goesOn && codes[after] !== MONTH_SIGN) return undefined;
  const text = textBetween(start, end);
  const years = goesOn && after - start >= YEAR_DIGITS ? yearsIn(text) : undefined;
  const span = years ?? (codes[after] === YEAR_SIGN ? undefined : monthsIn(text, goesOn, codes, start));
  return span && { kind: span.kind, end: start + span.end };
};
