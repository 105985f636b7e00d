import type { Header } from '../report.ts';
import { iso } from './iso-date.ts';
import type { NarrativeLine } from './narrative-line.ts';
import type { Text } from './text.ts';

const PERIOD =
  /(?<year>(?:19|20)\d{2})年(?<m1>\d{1,2})月(?<d1>\d{1,2})日(?:起|开始)?(?:至|到|—|-|~)(?:(?<year2>(?:19|20)\d{2})年)?(?<m2>\d{1,2})月(?<d2>\d{1,2})日/;

/** 日 in every form that folding makes it of: no period is without it, and few lines have it. */
const DAY = /[日\u2e9c\u2f47\u33e0-\u33fe]/;

const periodIn = (texts: readonly Text[]): Header['period'] => {
  for (const { text, at } of texts) {
    const groups = PERIOD.exec(text)?.groups;
    if (!groups) continue;
    const { year, year2 = year, m1, d1, m2, d2 } = groups;
    return { from: iso(year!, m1!, d1!), to: iso(year2!, m2!, d2!), at };
  }
  return undefined;
};

/** The period that the figures cover, as the report states it. */
export const findPeriod = (preface: readonly Text[], narrative: readonly NarrativeLine[]): Header['period'] =>
  periodIn(preface) ?? periodIn(narrative.filter(({ printed }) => DAY.test(printed)));
