/** One character where it stands. Lengths are points from the page's top left corner, y downwards. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Where the character stands on its line. */
  readonly baseline: number;
  /** Height of the font. */
  readonly size: number;
  /** A space is printed in front of it. */
  readonly spaced: boolean;
}

/** A straight line drawn along an axis, or a box so thin that it looks like one: its middle. */
export interface Rule {
  readonly axis: 'horizontal' | 'vertical';
  /** y of a horizontal rule, x of a vertical one. */
  readonly position: number;
  readonly from: number;
  readonly to: number;
}

/** What is printed on one page, turned so that the text stands upright. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}
