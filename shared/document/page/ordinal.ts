/** What a row label or a heading starts with: 一、 （一） (1) 1. 1、 ①. A number alone has no mark behind it. */
const ORDINAL =
  /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、．.，,]|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|\d{1,2}\s*[、．.](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[条章节部])/;

export const startsWithOrdinal = (text: string): boolean => ORDINAL.test(text);

/** What a cell for a number may hold: a number with sign and unit, a mark for none, or nothing. */
const VALUE = /^[\s\d.,，．+\-−－—–/／%元万件无]*$/;

export const isValue = (text: string): boolean => VALUE.test(text);

/** 五、存在的主要问题及改进情况: a heading of the report, alone on its line. */
const HEADING = /^\s*[一二三四五六七八九十]+\s*[、．.]\D*(?:情\s*况|事\s*项|问\s*题)\s*$/;

export const isHeading = (text: string): boolean => HEADING.test(text);
