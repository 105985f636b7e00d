/** Zeros as they are typed: 〇, circles, 零, the digit and letters that look like it. */
const ZERO = '〇○◯零0OoΟο';

const DIGITS = '一二三四五六七八九';

const digit = (character: string): string =>
  ZERO.includes(character)
    ? '0'
    : DIGITS.includes(character)
      ? `${DIGITS.indexOf(character) + 1}`
      : character;

/** `二〇二四年`, also with some of its digits in Arabic: `二0二四年`. */
const YEAR = new RegExp(`(?:一[九9]|二[${ZERO}])[${DIGITS}${ZERO}\\d]{2}(?=年)`, 'g');

/** `三月二十日`, `元月五日`. */
const DAY = /(?<month>元|十?[一二]|十|[三四五六七八九])月(?<day>[一二三四五六七八九十廿卅]{1,3})日/g;

/** 1–99 as it is said: 十, 二十, 廿一. */
const spoken = (text: string): number => {
  const said = text.replace('廿', '二十').replace('卅', '三十').replace('元', '一');
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const ten = said.includes('十') ? DIGITS.indexOf(tens || '一') + 1 : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
};

/** The text with its years and days in Arabic numerals: `二〇二五年三月二十日` is `2025年3月20日`. */
export const arabicDates = (text: string): string => {
  const years = text.includes('年') ? text.replace(YEAR, (year) => [...year].map(digit).join('')) : text;
  return years.includes('月')
    ? years.replace(DAY, (_, month: string, day: string) => `${spoken(month)}月${spoken(day)}日`)
    : years;
};
