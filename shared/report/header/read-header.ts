import type { Header, Section } from '../report.ts';
import { contact, fullName, publisher } from './agency-in-text.ts';
import { arabicDates } from './arabic-dates.ts';
import { chooseTitle } from './choose-title.ts';
import { NarrativeLine } from './narrative-line.ts';
import { narrativeYear } from './narrative-year.ts';
import { findPeriod } from './period.ts';
import { findSigned } from './signature.ts';
import type { Text } from './text.ts';
import { titleCandidates } from './title-candidates.ts';

const nameYear = (name: string): number | undefined => {
  const years = arabicDates(name).match(/(?<!\d)20[12]\d(?!\d)/g) ?? [];
  return years[0] !== undefined && years.every((year) => year === years[0]) ? Number(years[0]) : undefined;
};

/** A statement of the report names its agency; a preface without end does not. */
const MOST_SENTENCES = 20;

/**
 * Agency, year, period and signature from title, preface, narrative and the last lines. `name` is the file's name,
 * used for the year only when the document is silent.
 */
export const readHeader = (front: readonly Text[], sections: readonly Section[], name: string): Header => {
  const { candidates, lines: preface } = titleCandidates(front);
  const narrative: NarrativeLine[] = [];
  for (const { paragraphs } of sections) {
    for (const { text, at } of paragraphs) narrative.push(new NarrativeLine(text, at));
  }
  const period = findPeriod(preface, narrative);
  const periodYear = period && Number(period.to.slice(0, 4));
  const signed = findSigned(preface, narrative);
  const told = narrativeYear(narrative);
  const fromName = nameYear(name);
  const title = chooseTitle(candidates, {
    periodYear,
    narrativeYear: told?.year,
    nameYear: fromName,
    signedBy: signed?.agency,
    sentences: preface.filter(({ text }) => text.includes('。')).slice(0, MOST_SENTENCES),
  });
  const links = new Set(candidates.map(({ line }) => line));
  const own = preface.filter((line) => line === title?.line || !links.has(line));
  const years: Header['years'][number][] = [];
  if (title?.year) years.push({ source: 'title', year: title.year, at: title.at });
  if (period && periodYear) years.push({ source: 'period', year: periodYear, at: period.at });
  if (told) years.push({ source: 'narrative', year: told.year, at: told.at });
  if (fromName) years.push({ source: 'name', year: fromName });
  const agency =
    fullName(title?.agency, own) ?? title?.agency ?? signed?.agency ?? contact(own) ?? publisher(own);
  return {
    title: title?.text,
    agency,
    year: years[0]?.year,
    years,
    period,
    signed: signed && { date: signed.date, at: signed.at },
  };
};
