import type { Place } from '../document.ts';

/** Text on one line that a wide gap keeps apart from its neighbours. Lengths in points or half-width characters. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly at: Place;
}

/** The segments of one line from left to right; `size` is the height of its font in the same unit. */
export interface SegmentLine {
  readonly segments: readonly Segment[];
  readonly size: number;
}
