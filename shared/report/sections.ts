import type { Place } from '../document/document.ts';
import { type Heading, headingOf } from './headings.ts';
import type { Section } from './report.ts';
import type { Row } from './rows.ts';

/** A paragraph above section one. */
export interface PrefaceLine {
  readonly text: string;
  readonly at: Place;
  readonly heading?: true;
}

type Open = Section & { text: string; readonly paragraphs: { text: string; at: Place }[] };

/** A section without text. Written out, since a spread takes longer than all else that is done for a section. */
const opened = ({ number, title, ordinal }: Heading, at: Place): Open =>
  ordinal === undefined
    ? { number, title, text: '', at, paragraphs: [] }
    : { number, title, ordinal, text: '', at, paragraphs: [] };

/** Page numbers of converted pages: `-1-`, `— 3 —`. */
const PAGE_NUMBER = /^[-–—－]\s*\d{1,3}\s*[-–—－]$/;

const rowText = (row: Row): string => row.paragraph ?? row.pieces.map(({ text }) => text).join(' ');

/**
 * The narrative by section, and the paragraphs before the first heading. A heading that appears again (narrative
 * first, tables later) continues its section.
 */
export const toSections = (rows: readonly Row[]): { preface: PrefaceLine[]; sections: Section[] } => {
  const preface: PrefaceLine[] = [];
  const open = new Map<number, Open>();
  let current: Open | undefined;
  for (const row of rows) {
    const text = rowText(row).trim();
    const at = row.pieces[0]?.at;
    if (text === '' || !at || PAGE_NUMBER.test(text)) continue;
    const heading = headingOf(text);
    if (heading) {
      current = open.get(heading.number) ?? opened(heading, at);
      open.set(heading.number, current);
    } else if (current) {
      current.text += current.paragraphs.length === 0 ? text : `\n${text}`;
      current.paragraphs.push({ text, at });
    } else preface.push(row.heading ? { text, at, heading: true } : { text, at });
  }
  return { preface, sections: [...open.values()] };
};
