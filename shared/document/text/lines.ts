/** A line of a text with its number, counted from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** Lines at any of the three line ends; a form feed, which page converters print, ends a line too. */
export const toLines = (text: string): Line[] =>
  text.split(/\r\n|[\n\r\f]/).map((line, index) => ({ text: line, number: index + 1 }));

/** Column of the first character that is no white space, counted from 1. */
export const firstColumn = (text: string): number => text.length - text.trimStart().length + 1;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/;

/** Columns a text takes on a terminal: two for a Chinese character. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
};
