import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(`test/reports/${name}`, 'utf8');
const CONSISTENT = read('002_0bce9a6b48843d2b.txt');
const INCONSISTENT = read('001_c76baea7d958f164.txt');

export type Kind = 'consistent' | 'inconsistent' | 'rejected';

/** A real report, put into the mouth of another agency and year. */
export const reportOf = (kind: Kind, agency: string, year: number): string => {
  if (kind === 'rejected') return `${agency} ${year}: 没有统计表。`;
  return kind === 'consistent'
    ? CONSISTENT.replaceAll('怀远县公安局', agency).replaceAll('2024年', `${year}年`)
    : INCONSISTENT.replaceAll('宁波市公安局镇海分局', agency).replaceAll('2019年', `${year}年`);
};

/** The same report where it states no year: without its title's, and without the dates of its text. */
export const undated = (kind: Exclude<Kind, 'rejected'>, agency: string): string =>
  reportOf(kind, agency, 2019).replace(/(?<!\d)20\d\d年(度)?/g, '');
