import type { Place } from '../../document/document.ts';
import { fold } from '../fold.ts';
import { arabicDates } from './arabic-dates.ts';

/** A line of the report with its place. */
export interface Text {
  readonly text: string;
  readonly at: Place;
}

/** The line folded, without white space and with its dates in Arabic numerals: what the header is searched in. */
export const compacted = ({ text, at }: Text): Text => ({
  text: arabicDates(fold(text).replace(/\s+/g, '')),
  at,
});
