import type { Place } from '../../document/document.ts';
import { fold } from '../fold.ts';
import { arabicDates } from './arabic-dates.ts';

/** A line of the report with its place. */
export interface Text {
  readonly text: string;
  readonly at: Place;
  /** The page marks it as a heading. */
  readonly heading?: true;
}

/** The line folded, without white space and with its dates in Arabic numerals: what the header is searched in. */
export const compacted = (line: Text): Text => ({
  ...line,
  text: arabicDates(fold(line.text).replace(/\s+/g, '')),
});
