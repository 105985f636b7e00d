import { clip } from './plain.ts';

/** Characters of one line: a sentence that names three cells has about a hundred. */
const LINE_CHARACTERS = 400;

/**
 * As many whole lines as fit, and a last one that says how many do not.
 *
 * @param bytes room in UTF-8, line ends included
 * @param frame bytes that a line takes besides its text
 */
export const fitLines = (lines: readonly string[], bytes: number, frame = 1): string[] => {
  const more = (count: number): string => `还有${count}条，见链接。`;
  const size = (line: string): number => Buffer.byteLength(line) + frame;
  const clipped = lines.map((line) => clip(line, LINE_CHARACTERS));
  const room = bytes - size(more(clipped.length));
  let used = 0;
  const end = clipped.findIndex((line) => {
    used += size(line);
    return used > room;
  });
  if (end < 0) return clipped;
  return [...clipped.slice(0, end), more(clipped.length - end)];
};
