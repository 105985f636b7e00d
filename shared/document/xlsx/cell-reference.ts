const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;

/**
 * Row and column, from 0, of a reference such as `AA61` or `$AA$61`; undefined where it is none. Written out
 * because a sheet has thousands, and a pattern takes several times as long.
 */
export const parseReference = (reference: string): { row: number; column: number } | undefined => {
  let column = 0;
  let row = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code >= 65 && code <= 90 && row === 0) column = column * 26 + code - 64;
    else if (code >= 48 && code <= 57 && column > 0) row = row * 10 + code - 48;
    else if (code !== 36) return undefined;
    if (column > LAST_COLUMN + 1 || row > LAST_ROW + 1) return undefined;
  }
  return row > 0 && column > 0 ? { row: row - 1, column: column - 1 } : undefined;
};
