const DIGITS = '〇一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 12 is 十二 and 112 is 一百一十二: only a leading ten drops its one. */
const counting = (n: number, digits: string, units: readonly string[]): string => {
  if (n > 9999) return String(n);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    const silent = digit === 1 && power === 1 && text === '' && digits === DIGITS;
    text += `${gap ? '零' : ''}${silent ? '' : digits[digit]}${units[power]}`;
    gap = false;
  }
  return text === '' ? '零' : text;
};

const chinese = (n: number): string => counting(n, DIGITS, ['', '十', '百', '千']);
const formal = (n: number): string => counting(n, FORMAL_DIGITS, ['', '拾', '佰', '仟']);
const digitwise = (n: number): string => [...String(n)].map((digit) => DIGITS[Number(digit)]).join('');

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (n: number): string => {
  let rest = n > 3999 ? 0 : n;
  let text = '';
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text || String(n);
};

/** a … z, aa … zz, as Word counts. */
const letters = (n: number): string =>
  n < 1 || n > 780 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const oneOf =
  (signs: string) =>
  (n: number): string =>
    [...signs][n - 1] ?? String(n);

/** Twenty signs that follow each other in Unicode, then plain numbers. */
const signsFrom =
  (first: number, count: number) =>
  (n: number): string =>
    n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n);

const fullWidth = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/**
 * The number formats of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59) met in Chinese documents. A format that is
 * not here prints decimal numbers.
 */
export const NUMBER_FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerLetter: letters,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  koreanCounting: chinese,
  chineseLegalSimplified: formal,
  japaneseLegal: formal,
  ideographLegalTraditional: formal,
  ideographDigital: digitwise,
  japaneseDigitalTenThousand: digitwise,
  taiwaneseDigital: digitwise,
  ideographTraditional: oneOf(STEMS),
  ideographZodiac: oneOf(BRANCHES),
  decimalEnclosedCircle: signsFrom(0x2460, 20),
  decimalEnclosedCircleChinese: signsFrom(0x2460, 20),
  decimalEnclosedParen: signsFrom(0x2474, 20),
  decimalEnclosedFullstop: signsFrom(0x2488, 20),
  ideographEnclosedCircle: signsFrom(0x3280, 10),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  none: () => '',
};

export const formatNumber = (n: number, format: string): string =>
  Number.isInteger(n) && n >= 0 ? (NUMBER_FORMATS[format] ?? String)(n) : '';
