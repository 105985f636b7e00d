import type { Place } from '../../document/document.ts';

export interface Paragraph {
  readonly text: string;
  readonly at: Place;
}

/** A text to read as one: a paragraph, or lines that a page broke, with the place of every line. */
export interface Passage {
  readonly text: string;
  readonly lines: readonly { readonly from: number; readonly at: Place }[];
}

const SENTENCE_ENDS = '。！？；：:;.!?」”)）';
const HEADING = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[一二三四五六七八九十]+是)/;
/** Shorter lines are headings, not lines that a page broke. */
const BROKEN_LINE = 18;

/** Joins lines that a page broke in the middle of a sentence. */
export const joinLines = (paragraphs: readonly Paragraph[]): Passage[] => {
  const passages: { text: string; lines: { from: number; at: Place }[] }[] = [];
  for (const { text, at } of paragraphs) {
    const last = passages.at(-1);
    const broken =
      last !== undefined &&
      last.text.length - last.lines.at(-1)!.from >= BROKEN_LINE &&
      !SENTENCE_ENDS.includes(last.text.at(-1)!) &&
      !HEADING.test(text);
    if (broken) {
      last.lines.push({ from: last.text.length, at });
      last.text += text;
    } else passages.push({ text, lines: [{ from: 0, at }] });
  }
  return passages;
};

/** Where a passage's character stands, to the column where lines are known. */
export const placeOf = ({ lines }: Passage, offset: number): Place => {
  const line = lines.findLast(({ from }) => from <= offset) ?? lines[0]!;
  const { at } = line;
  return 'line' in at && 'column' in at ? { line: at.line, column: at.column + offset - line.from } : at;
};
