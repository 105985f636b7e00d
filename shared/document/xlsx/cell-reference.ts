const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/** Row and column, from 0, of a reference such as `AA61`; undefined where it is none. */
export const parseReference = (reference: string): { row: number; column: number } | undefined => {
  const match = REFERENCE.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
};
