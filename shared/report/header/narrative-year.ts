import type { Place } from '../../document/document.ts';
import type { Text } from './text.ts';

/** A year at the beginning of a clause, with what stands before it, and a day of the year behind 年. */
const OWN_YEAR = /(?:^|[。,;:“截至]|年度)((?:19|20)\d{2})$/;
const DAY = /^\d{1,2}月\d{1,2}日/;

/** The years that a text names at the beginning of a clause: `2023年`, no day of it. */
const yearsIn = (text: string): number[] => {
  const years: number[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const year = OWN_YEAR.exec(text.slice(Math.max(0, at - 6), at))?.[1];
    if (year && !DAY.test(text.slice(at + 1, at + 7))) years.push(Number(year));
  }
  return years;
};

/** The year that the narrative names most; the later one wins a tie. */
export const narrativeYear = (texts: readonly Text[]): { year: number; at: Place } | undefined => {
  const counts = new Map<number, { count: number; at: Place }>();
  for (const { text, at } of texts) {
    for (const year of yearsIn(text)) {
      const known = counts.get(year);
      if (known) known.count++;
      else counts.set(year, { count: 1, at });
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count || b[0] - a[0])[0];
  return best && { year: best[0], at: best[1].at };
};
