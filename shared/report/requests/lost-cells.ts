import type { RequestRow } from '../templates/requests.ts';
import { APPLICANTS } from '../templates/requests.ts';
import type { Entry } from './entry.ts';

const WIDTH = APPLICANTS.length;

/** Six numbers and their sum. */
const addsUp = ({ values }: Entry): boolean => {
  const numbers = values.map(({ value }) => value.value ?? 0);
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
};

/**
 * Rows that cannot be trusted because cells got lost. Where text without borders shows some row of the form with
 * fewer values than seven, empty cells left no trace: seven values under a label may then be two rows with a label
 * lost between them, or six values and a page number. Such a row is trusted only when it adds up and the label
 * behind it is the form's next.
 */
export const doubtfulEntries = (
  entries: readonly Entry[],
  rows: readonly RequestRow[],
): ReadonlySet<Entry> => {
  const loose = entries.filter(({ borders }) => !borders);
  const short = loose.filter((entry) => entry.label && entry.values.length < WIDTH && !entry.glued);
  if (short.length === 0) return new Set();
  const lost = short.some(({ values }) => values.length > 0);
  const place = ({ label }: Entry): number => rows.findIndex(({ id }) => id === label);
  // Group headings that share a row's name are passed over.
  const inForm = entries.filter((entry) => entry.values.length > 0 || place(entry) >= 0);
  const isDoubtful = (entry: Entry, index: number): boolean => {
    if (entry.borders || entry.values.length !== WIDTH) return false;
    const own = place(entry);
    if (own < 0) return lost;
    const next = inForm[index + 1];
    return (next ? place(next) : rows.length) !== own + 1 || (lost && !addsUp(entry));
  };
  return new Set(inForm.filter(isDoubtful));
};
