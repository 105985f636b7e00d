const LINE_END = /\r\n|[\n\r\f]/;

/**
 * Lines at any of the three line ends; a form feed, which page converters print, ends a line too. The number of a line
 * is its index and one.
 */
export const toLines = (text: string): string[] =>
  // Searching for a pattern is slow, and most texts have one kind of line end only.
  text.split(text.includes('\r') || text.includes('\f') ? LINE_END : '\n');

/** Column of the first character that is no white space, counted from 1. */
export const firstColumn = (text: string): number => text.length - text.trimStart().length + 1;

/** Han, kana, hangul, full-width forms and the punctuation set with them. */
const isWide = (code: number): boolean =>
  code >= 0x2e80
    ? code <= 0xa4cf || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xffe6)
    : code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d);

/** Columns a text takes on a terminal: two for a Chinese character. */
export const displayWidth = (text: string): number => {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (isWide(text.charCodeAt(i))) width++;
  return width;
};
