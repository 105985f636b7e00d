import { APPLICANTS } from '../templates/requests.ts';
import type { Entry } from './entry.ts';

/** Fewer rows of digits run together are no glued table, but rows whose empty cells got lost. */
const FEWEST_GLUED = 3;

const gluedWords = ({ borders, oneLine, values }: Entry): string[] | undefined => {
  if (borders || !oneLine || values.length === 0 || values.length === APPLICANTS.length) return undefined;
  const words = values.map(({ text }) => text);
  const glued = words.every((word) => /^\d+$/.test(word)) && words.join('').length >= APPLICANTS.length;
  return glued ? words : undefined;
};

/** Tells each entry the words that its digits ran together into, where the table is one of those. */
export const withGlued = (entries: readonly Entry[]): readonly Entry[] => {
  if (entries.every(({ borders }) => borders)) return entries;
  const words = entries.map(gluedWords);
  const isGluedTable = words.filter((own) => own?.length === 1).length >= FEWEST_GLUED;
  return isGluedTable ? entries.map((entry, index) => ({ ...entry, glued: words[index] })) : entries;
};
