/** Number formats that a file names by number alone (ISO/IEC 29500-1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
};

const BUILT_IN_DATES = /^(?:1[4-7]|22|2[7-9]|3[01]|36|5[0-8])$/;

/** The code of a built-in number format; `General` where it changes nothing that matters here. */
export const builtInFormat = (id: number): string =>
  BUILT_IN[id] ?? (BUILT_IN_DATES.test(String(id)) ? 'yyyy-m-d' : 'General');

/** Excel takes no longer format code. */
const LONGEST_CODE = 255;

/** Whole numbers up to here have no more digits than a sheet keeps. */
const FIFTEEN_DIGITS = 999_999_999_999_999;

/** Fifteen digits are what a sheet keeps: 0.1 + 0.2 prints as 0.3. */
const plain = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) <= FIFTEEN_DIGITS ? value : Number(value.toPrecision(15));

const DAY = 86_400_000;
/** Day 0 of the 1900 system, in which 1900 counts as a leap year (ISO/IEC 29500-1, 18.17.4.1). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

const printDate = (value: number, since1904: boolean): string => {
  const date = new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(value) * DAY);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

interface Section {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

const LITERAL = /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]/g;

/** The words and signs around a number; brackets, dashes and space only stand for its sign. */
const words = (text: string): string => text.replace(/[()\-+\s]/g, '');

const sectionOf = (code: string, value: number): Section => {
  const sections = code.replace(/;(?=[^"]*"[^"]*(?:"[^"]*"[^"]*)*$)/g, '').split(';');
  const chosen = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? '';
  const text = chosen.replace(LITERAL, (_, quoted?: string, escaped?: string, currency?: string) =>
    (quoted ?? escaped ?? currency ?? '').replace(/[0#?.,%]/g, ''),
  );
  const digits = /[0#?][0#?.,]*/.exec(text)?.[0] ?? '';
  const at = text.indexOf(digits);
  return { before: words(text.slice(0, at)), digits, after: words(text.slice(at + digits.length)) };
};

const withCommas = (text: string): string => text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/**
 * A number as its format prints it: decimals, thousands, percent and the words around it. Brackets and colours
 * for a negative number become a minus sign, and a format that hides a number or shows a dash for 0 shows the
 * number: the reader of the file can see it. `since1904` tells the workbook's calendar.
 */
export const printNumber = (value: number, code: string, since1904 = false): string => {
  const isPlain = code === '' || code === '@' || code.length > LONGEST_CODE || /^general$/i.test(code);
  if (isPlain) return String(plain(value));
  const bare = code.replace(LITERAL, '');
  if (/[yd年日]/i.test(bare) && value >= 0 && value < 2_958_466) return printDate(value, since1904);
  const { before, digits, after } = sectionOf(code, value);
  if (digits === '' || /E[+-]/i.test(bare)) return String(plain(value));
  const scale = /,+$/.exec(digits)?.[0].length ?? 0;
  const shown = plain(Math.abs(value) * (bare.includes('%') ? 100 : 1)) / 1000 ** scale;
  const decimals = digits.replace(/,/g, '').split('.')[1] ?? '';
  const required = decimals.replace(/[^0]/g, '').length;
  let text = plain(shown).toFixed(Math.min(decimals.length, 20));
  for (let extra = decimals.length - required; extra > 0 && text.endsWith('0'); extra--) {
    text = text.slice(0, -1);
  }
  text = text.replace(/\.$/, '');
  if (/[0#?],[0#?]/.test(digits)) text = withCommas(text);
  const sign = value < 0 && Number(text.replace(/,/g, '')) !== 0 ? '-' : '';
  return `${before}${sign}${text}${after}`;
};
