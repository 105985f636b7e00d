import type { Header, Section } from '../report.ts';
import { contact, fullName, publisher } from './agency-in-text.ts';
import { arabicDates } from './arabic-dates.ts';
import { chooseTitle } from './choose-title.ts';
import { narrativeYear } from './narrative-year.ts';
import { findPeriod } from './period.ts';
import { findSigned } from './signature.ts';
import { compacted, type Text } from './text.ts';
import { titleCandidates } from './title-candidates.ts';

const nameYear = (name: string): number | undefined => {
  const years = [...arabicDates(name).matchAll(/(?<!\d)(20[12]\d)(?!\d)/g)].map((match) => Number(match[1]));
  return new Set(years).size === 1 ? years[0] : undefined;
};

/** A statement of the report names its agency; a preface without end does not. */
const MOST_SENTENCES = 20;

/**
 * Agency, year, period and signature from title, preface, narrative and the last lines. `name` is the file's name,
 * used for the year only when the document is silent.
 */
export const readHeader = (front: readonly Text[], sections: readonly Section[], name: string): Header => {
  // Every search is over the same texts without white space: they are folded once.
  const { candidates, lines: preface } = titleCandidates(front);
  const narrative = sections.flatMap(({ paragraphs }) => paragraphs.map(compacted));
  const period = findPeriod([...preface, ...narrative]);
  const signed = findSigned(preface, narrative);
  const told = narrativeYear(narrative);
  const fromName = nameYear(name);
  const title = chooseTitle(candidates, {
    ...(period && { periodYear: Number(period.to.slice(0, 4)) }),
    ...(told && { narrativeYear: told.year }),
    ...(fromName && { nameYear: fromName }),
    ...(signed?.agency && { signedBy: signed.agency }),
    sentences: preface
      .map(({ text }) => text)
      .filter((text) => text.includes('。'))
      .slice(0, MOST_SENTENCES),
  });
  const links = new Set(candidates.map(({ line }) => line));
  const own = preface.filter((line) => line === title?.line || !links.has(line));
  const years: Header['years'] = [
    ...(title?.year ? [{ source: 'title' as const, year: title.year, at: title.at }] : []),
    ...(period ? [{ source: 'period' as const, year: Number(period.to.slice(0, 4)), at: period.at }] : []),
    ...(told ? [{ source: 'narrative' as const, year: told.year, at: told.at }] : []),
    ...(fromName ? [{ source: 'name' as const, year: fromName }] : []),
  ];
  const agency =
    fullName(title?.agency, own) ?? title?.agency ?? signed?.agency ?? contact(own) ?? publisher(own);
  return {
    ...(title && { title: title.text }),
    ...(agency && { agency }),
    ...(years[0] && { year: years[0].year }),
    years,
    ...(period && { period }),
    ...(signed && { signed: { date: signed.date, at: signed.at } }),
  };
};
