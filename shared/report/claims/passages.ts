import type { Place } from '../../document/document.ts';

export interface Paragraph {
  readonly text: string;
  readonly at: Place;
}

/** A text to read as one: a paragraph, or lines that a page broke, with the place of every line. */
export interface Passage {
  readonly text: string;
  /** Its place in the narrative. */
  readonly start: number;
  readonly lines: readonly { readonly from: number; readonly at: Place }[];
}

const SENTENCE_ENDS = '。！？；：:;.!?」”)）';
const HEADING = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[一二三四五六七八九十]+是)/;
/** Shorter lines are headings, not lines that a page broke. */
const BROKEN_LINE = 18;

interface Open extends Passage {
  text: string;
  start: number;
  readonly lines: { readonly from: number; readonly at: Place }[];
}

/** Whether a page broke the line in the middle of a sentence that goes on with the next. */
const isBroken = ({ text, lines }: Open, next: string): boolean =>
  text.length - lines.at(-1)!.from >= BROKEN_LINE &&
  !SENTENCE_ENDS.includes(text.at(-1)!) &&
  !HEADING.test(next);

/** Adds paragraphs to the passages before them; broken lines are joined. */
const addPassages = (paragraphs: readonly Paragraph[], passages: Open[]): void => {
  let last: Open | undefined;
  for (const { text, at } of paragraphs) {
    if (last && isBroken(last, text)) {
      last.lines.push({ from: last.text.length, at });
      last.text += text;
    } else {
      last = { text, start: 0, lines: [{ from: 0, at }] };
      passages.push(last);
    }
  }
};

/** All that a report says, in order. */
export interface Narrative {
  readonly passages: readonly Passage[];
  /** A full stop behind each: nothing reaches over the end of a passage. */
  readonly text: string;
}

export const toNarrative = (texts: readonly (readonly Paragraph[])[]): Narrative => {
  const passages: Open[] = [];
  for (const paragraphs of texts) addPassages(paragraphs, passages);
  let text = '';
  for (const passage of passages) {
    passage.start = text.length;
    text += `${passage.text}。`;
  }
  return { passages, text };
};

/** Where a passage's character stands, to the column where lines are known. */
export const placeOf = ({ lines }: Passage, offset: number): Place => {
  const line = lines.findLast(({ from }) => from <= offset) ?? lines[0]!;
  const { at } = line;
  return 'line' in at && 'column' in at ? { line: at.line, column: at.column + offset - line.from } : at;
};
