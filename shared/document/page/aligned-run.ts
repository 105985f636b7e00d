import { isHeading, isValue } from './ordinal.ts';
import type { SegmentLine } from './segment.ts';

const SENTENCE = /[。；;]/;
/** Lines of labels alone that may stand between two lines of values. */
const LABELS_BETWEEN = 12;
/** Widest label (heights of the font); wider ones are running text. */
const WIDEST_LABEL = 26;

/** A line that only a table has: three pieces, or a label with a value at a distance. */
const isTabular = ({ segments }: SegmentLine): boolean =>
  segments.length >= 3 || (segments.length === 2 && isValue(segments[1]?.text ?? ''));

/** A line that may stand inside a table, as a piece of a label or of its head. */
const mayBeLabel = ({ segments, size }: SegmentLine): boolean =>
  segments.every(
    ({ text, left, right }) =>
      !isHeading(text) && !SENTENCE.test(text) && right - left <= WIDEST_LABEL * size,
  );

/**
 * How many lines from `start` on form one table that gaps alone keep apart; 0 when none begins there. It takes
 * two lines that only a table has.
 */
export const alignedRun = (lines: readonly SegmentLine[], start: number): number => {
  const first = lines[start];
  if (!first || first.segments.length < 2 || !mayBeLabel(first)) return 0;
  let tabular = 0;
  let end = start;
  for (let at = start; at < lines.length && at - end <= LABELS_BETWEEN; at++) {
    const line = lines[at];
    if (!line || !mayBeLabel(line)) break;
    if (!isTabular(line)) continue;
    tabular++;
    end = at + 1;
  }
  return tabular < 2 ? 0 : end - start;
};
