import { markedText } from '../marked-text.ts';
import type { Glyph, Page, Rule } from './page.ts';

/** Heights of the font above the baseline between which a line strikes characters out; below, it underlines them. */
const LOWEST = 0.15;
const HIGHEST = 0.6;
/** A stroke begins and ends where its characters do, as near as this (heights of the font); borders do not. */
const END = 0.3;
/** Characters are found by their baseline in bands of this height (points). */
const BAND = 8;
/** No font in a table is larger (points). */
const LARGEST = 48;

/** The characters that a horizontal line runs through from the first one's left to the last one's right. */
const struckBy = ({ position, from, to }: Rule, near: readonly Glyph[]): readonly Glyph[] => {
  const struck = near.filter(({ baseline, size, left, right }) => {
    const height = (baseline - position) / size;
    const middle = (left + right) / 2;
    return height > LOWEST && height < HIGHEST && middle > from && middle < to;
  });
  if (struck.length === 0) return struck;
  const left = Math.min(...struck.map((glyph) => glyph.left));
  const right = Math.max(...struck.map((glyph) => glyph.right));
  const slack = END * struck[0]!.size;
  return Math.abs(left - from) < slack && Math.abs(right - to) < slack ? struck : [];
};

/** What is printed on a page, its rules put together. */
type Printed = Pick<Page, 'glyphs' | 'rules'>;

/** The characters by the band that their baseline lies in. */
const byBand = (glyphs: readonly Glyph[]): ReadonlyMap<number, readonly Glyph[]> => {
  const bands = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const band = Math.floor(glyph.baseline / BAND);
    const own = bands.get(band);
    if (own) own.push(glyph);
    else bands.set(band, [glyph]);
  }
  return bands;
};

/**
 * What is printed, with what is struck out marked so and without the strokes: printed with its tracked changes, a
 * number and its correction stand side by side and look like one.
 */
export const withStruckOut = (printed: Printed): Printed => {
  const bands = byBand(printed.glyphs);
  const struck = new Set<Glyph>();
  const rules = printed.rules.filter((rule) => {
    if (rule.axis === 'vertical') return true;
    const near: Glyph[] = [];
    const last = Math.floor((rule.position + HIGHEST * LARGEST) / BAND);
    for (let band = Math.floor(rule.position / BAND); band <= last; band++) {
      for (const glyph of bands.get(band) ?? []) near.push(glyph);
    }
    const own = struckBy(rule, near);
    for (const glyph of own) struck.add(glyph);
    return own.length === 0;
  });
  if (struck.size === 0) return printed;
  const glyphs = printed.glyphs.map((glyph) =>
    struck.has(glyph) ? { ...glyph, text: markedText(glyph.text, 'struck') } : glyph,
  );
  return { glyphs, rules };
};
