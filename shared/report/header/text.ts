import type { Place } from '../../document/document.ts';
import { foldWithoutSpace } from '../fold.ts';
import { arabicDates } from './arabic-dates.ts';

/** A line of the report with its place. */
export interface Text {
  readonly text: string;
  readonly at: Place;
  /** The page marks it as a heading. */
  readonly heading?: true;
}

/** A text folded, without white space and with its dates in Arabic numerals. */
export const compactedText = (text: string): string => arabicDates(foldWithoutSpace(text));

/** The line folded, without white space and with its dates in Arabic numerals: what the header is searched in. */
export const compacted = (line: Text): Text => {
  const text = compactedText(line.text);
  return line.heading ? { text, at: line.at, heading: true } : { text, at: line.at };
};
