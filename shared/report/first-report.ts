import { startsRequests } from './regions.ts';
import type { Row } from './rows.ts';

/** Sections 五 and 六 come behind the tables. */
const LATE = 5;
/** How far above its first section a report's title stands, at most. */
const TITLE_ROWS = 8;
const TITLE = /信息公开.{0,12}(?:报告|年报)/;
const LONGEST_TITLE = 70;

const isTitle = ({ paragraph = '' }: Row): boolean =>
  paragraph.length <= LONGEST_TITLE && TITLE.test(paragraph) && !/[。；;]/.test(paragraph);

/** Where the rows of a second report begin: with its title, else with its first section. */
const beginning = (rows: readonly Row[], section: number): number => {
  const from = Math.max(0, section - TITLE_ROWS);
  const title = rows.slice(from, section).findIndex(isTitle);
  return title < 0 ? section : from + title;
};

/**
 * The rows of the first report, and the row at which another one begins, where two documents were put together: a
 * section 一 behind a section 五 or 六, with a table 三 before it and another behind it. Narratives that come first,
 * with the tables behind all of them, have no table before.
 */
export const firstReport = (rows: readonly Row[]): { readonly own: readonly Row[]; readonly next?: Row } => {
  let table = false;
  let late = false;
  // Looked for once: a forged report may have a section 一 on each of its lines.
  let lastTable: number | undefined;
  for (const [index, row] of rows.entries()) {
    const { section } = row;
    if (section === undefined) table ||= startsRequests(row.pieces);
    else if (section >= LATE) late = true;
    else if (section === 1 && late && table) {
      lastTable ??= rows.findLastIndex(({ pieces }) => startsRequests(pieces));
      if (lastTable < index) break;
      const begin = beginning(rows, index);
      return { own: rows.slice(0, begin), next: rows[begin]! };
    }
  }
  return { own: rows };
};
