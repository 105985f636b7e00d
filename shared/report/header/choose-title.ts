import type { Text } from './text.ts';
import type { Candidate } from './title-candidates.ts';

/** What else the document tells of whose report it is, and for which year. */
export interface Evidence {
  /** Of the period that the figures cover. */
  readonly periodYear: number | undefined;
  readonly narrativeYear: number | undefined;
  /** Of the file's name. */
  readonly nameYear: number | undefined;
  readonly signedBy: string | undefined;
  /** The sentences above section one. */
  readonly sentences: readonly Text[];
}

const same = (a: Candidate, b: Candidate): boolean => a.agency === b.agency && a.year === b.year;

/** How much speaks for a candidate. A heading that tells a year outweighs links, whatever they agree with. */
const weight = (candidate: Candidate, all: readonly Candidate[], evidence: Evidence): number => {
  const { agency, year, heading, nearest } = candidate;
  const { periodYear, narrativeYear, nameYear, signedBy, sentences } = evidence;
  const agrees = (other: number | undefined, points: number) =>
    year !== undefined && year === other ? points : 0;
  return (
    (heading ? (year === undefined ? 3 : 7) : 0) +
    agrees(periodYear, 4) +
    agrees(narrativeYear, 2) +
    agrees(nameYear, 1) +
    (agency === undefined ? 0 : 3) +
    (nearest ? 2 : 0) +
    (agency !== undefined && (agency === signedBy || sentences.some(({ text }) => text.includes(agency)))
      ? 3
      : 0) +
    (all.some((other) => other !== candidate && same(other, candidate)) ? 2 : 0)
  );
};

/**
 * Links to the reports of other years, where none is this report's title: the period tells of all of them that they
 * are none of it, and they are of several years or offices. A title that the period contradicts stands alone.
 */
const areOtherReports = (candidates: readonly Candidate[], { periodYear }: Evidence): boolean => {
  if (candidates.some(({ heading, year }) => heading || year === undefined || year === periodYear))
    return false;
  const own = candidates.filter(({ ofPage }) => !ofPage);
  const years = new Set(own.map(({ year }) => year));
  const agencies = new Set(own.flatMap(({ agency }) => agency ?? []));
  return years.size > 1 || agencies.size > 1;
};

/** What the page says of the report, in the words of the report itself. */
const ownTitle = (best: Candidate, all: readonly Candidate[]): Candidate | undefined =>
  all.find((other) => !other.ofPage && same(other, best));

/** `2024年政府信息公开工作年度报告` below `首页 > 甲局2024年政府信息公开工作年度报告`: the agency is in the way to it. */
const agencyOfPage = ({ text }: Candidate, all: readonly Candidate[]): string | undefined =>
  all.find((other) => other.ofPage && other.agency && other.text === other.agency + text)?.agency;

/**
 * The candidate that most speaks for: the period and the narrative agree with its year, it is the page's heading or
 * the line above the text, who signs it is its agency. Of equals the first.
 */
export const chooseTitle = (all: readonly Candidate[], evidence: Evidence): Candidate | undefined => {
  if (evidence.periodYear !== undefined && areOtherReports(all, evidence)) return undefined;
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of all) {
    const points = weight(candidate, all, evidence);
    if (best && points <= most) continue;
    best = candidate;
    most = points;
  }
  if (!best) return undefined;
  const title = best.heading ? best : (ownTitle(best, all) ?? best);
  const agency = title.agency ?? agencyOfPage(title, all);
  return agency === title.agency ? title : { ...title, agency };
};
