import type { Place } from '../../document/document.ts';
import { unitsOf } from '../code-units.ts';
import { isHan } from './han.ts';
import type { NarrativeLine } from './narrative-line.ts';
import { compactedText } from './text.ts';

/** A year at the beginning of a clause, with what stands before it, and a day of the year behind 年. */
const OWN_YEAR = /(?:^|[。,;:“截至]|年度)((?:19|20)\d{2})年$/;
const DAY = /^\d{1,2}月\d{1,2}日/;

/** White space may stand between the characters of a year and of a day. */
const NEAR = 24;

const NUMERALS = unitsOf('一二三四五六七八九零');

/** Whether a number can end with this code unit as printed: no Chinese character but a numeral. 本年, 全年 are no years. */
const endsNumber = (unit: number): boolean => !isHan(unit) || NUMERALS.has(unit);

/** Whether a day of the year follows: what stands there must have 月 in it, which may be printed as a radical. */
const isOfDay = (behind: string): boolean =>
  (behind.includes('月') || behind.includes('⽉')) && DAY.test(compactedText(behind));

/** The years that a text as printed names at the beginning of a clause: `2023年`, no day of it. */
const yearsIn = (text: string): number[] => {
  const years: number[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    if (at === 0 || !endsNumber(text.charCodeAt(at - 1))) continue;
    // With its sign, before which alone Chinese numerals are a year.
    const near = compactedText(text.slice(Math.max(0, at - NEAR), at + 1));
    const year = OWN_YEAR.exec(near)?.[1];
    if (year && !isOfDay(text.slice(at + 1, at + NEAR))) years.push(Number(year));
  }
  return years;
};

/** The year that the narrative names most; the later one wins a tie. */
export const narrativeYear = (lines: readonly NarrativeLine[]): { year: number; at: Place } | undefined => {
  const counts = new Map<number, { count: number; at: Place }>();
  for (const { printed, at } of lines) {
    for (const year of yearsIn(printed)) {
      const known = counts.get(year);
      if (known) known.count++;
      else counts.set(year, { count: 1, at });
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count || b[0] - a[0])[0];
  return best && { year: best[0], at: best[1].at };
};
