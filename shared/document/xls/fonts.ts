import { markedText, type TextMark } from '../marked-text.ts';
import type { BiffRecord } from './records.ts';

const STRUCK = 8;
/** [MS-XLS] 2.5.250: Script. */
const OFF_THE_LINE: readonly (TextMark | undefined)[] = [undefined, 'raised', 'lowered'];

/** What a font makes of a text ([MS-XLS] 2.4.122). */
export const fontMark = ({ view }: BiffRecord): TextMark | undefined =>
  view.getUint16(2, true) & STRUCK ? 'struck' : OFF_THE_LINE[view.getUint16(8, true)];

/** From the character `from` on, the font with this number ([MS-XLS] 2.5.129). */
export interface FontRun {
  readonly from: number;
  readonly font: number;
}

/** The text with the marks of its runs; `marks` are those of the workbook's fonts, of which none has number 4. */
export const markedRuns = (
  text: string,
  runs: readonly FontRun[],
  marks: readonly (TextMark | undefined)[],
): string => {
  let marked = text.slice(0, runs[0]?.from);
  runs.forEach(({ from, font }, index) => {
    marked += markedText(text.slice(from, runs[index + 1]?.from), marks[font < 4 ? font : font - 1]);
  });
  return marked;
};
