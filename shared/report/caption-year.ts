import type { Row } from './rows.ts';

/** A caption says little else than the year; a sentence may name any. */
const LONGEST = 30;

/** Between a caption and its table may stand the unit, or a note of the form. */
const LINES = 2;

const YEAR = /(?<!\d)(20\d\d)\s*年/;

/**
 * The year that the line above a table names: `2022年情况（对比）：`.
 *
 * @param index of any row of the table
 */
export const captionYear = (rows: readonly Row[], index: number): number | undefined => {
  const { table } = rows[index]!;
  if (table < 0) return undefined;
  let above = index;
  while (above >= 0 && rows[above]!.table === table) above--;
  for (const { paragraph, section } of rows.slice(Math.max(0, above - LINES + 1), above + 1).reverse()) {
    if (paragraph === undefined || section !== undefined) return undefined;
    const year = paragraph.length <= LONGEST ? YEAR.exec(paragraph)?.[1] : undefined;
    if (year !== undefined) return Number(year);
  }
  return undefined;
};
