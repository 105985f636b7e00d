import type { Place } from '../../document/document.ts';
import { fold } from '../fold.ts';

/** A line of the report with its place. */
export interface Text {
  readonly text: string;
  readonly at: Place;
}

/** The line folded and without white space: what the searches for the header's facts go over. */
export const compacted = ({ text, at }: Text): Text => ({ text: fold(text).replace(/\s+/g, ''), at });
