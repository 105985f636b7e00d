const WHITE_SPACE = /[ \t\r\f\u00a0\u2002-\u200b\u3000\ufeff]+/g;

/** Text with white space folded and trimmed line by line; line breaks (`\n`) are kept, empty lines are not. */
export const tidy = (text: string): string =>
  text
    .replace(WHITE_SPACE, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
