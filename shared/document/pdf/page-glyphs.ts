import { apply, type Matrix } from '../page/matrix.ts';
import type { Glyph } from '../page/page.ts';
import { foldRadicals } from '../radicals.ts';
import type { Engine } from './engine.ts';
import { type QuarterTurns, quarter } from './orientation.ts';
import type { Scratch } from './scratch.ts';

/** A character in the page's own space, as pdfium gives it. */
export interface RawGlyph {
  readonly text: string;
  readonly origin: readonly [x: number, y: number];
  /** Left, bottom, right, top of what is inked. */
  readonly ink: readonly [number, number, number, number];
  /** Left and right end of the space that the character takes along the line. */
  readonly advance: readonly [number, number, number, number];
  readonly size: number;
  readonly quarter: QuarterTurns;
  /** Painted without ink (text rendering mode 3), as text recognised in a scan is. */
  readonly invisible: boolean;
}

const INVISIBLE = 3;
/** Printed where the font does not tell which character a glyph is. */
const UNKNOWN = '\ufffd';

const characterOf = (engine: Engine, text: number, index: number): string => {
  const code = engine._FPDFText_GetUnicode(text, index) >>> 0;
  if (code === 0 || code > 0x10ffff || engine._FPDFText_HasUnicodeMapError(text, index) === 1) return UNKNOWN;
  return code < 0x20 ? '' : foldRadicals(String.fromCodePoint(code));
};

/** How far (sine) a line of text may lean and still be along an edge of the page. */
const LEANING = 0.2;

/** What all characters of one text object share. */
interface Shared {
  /** Neither along nor across the page, as watermarks are. */
  readonly slanted: boolean;
  readonly size: number;
  readonly quarter: QuarterTurns;
  readonly invisible: boolean;
}

const sharedOf = (engine: Engine, text: number, index: number, object: number, scratch: Scratch): Shared => {
  const known = engine._FPDFText_GetMatrix(text, index, scratch.at);
  const [a, b, c, d] = known ? [0, 1, 2, 3].map((i) => scratch.float(i)) : [1, 0, 0, 1];
  const length = Math.hypot(a ?? 1, b ?? 0);
  return {
    slanted: Math.min(Math.abs(a ?? 1), Math.abs(b ?? 0)) > LEANING * length,
    size: engine._FPDFText_GetFontSize(text, index) * Math.hypot(c ?? 0, d ?? 1),
    quarter: quarter(a ?? 1, b ?? 0),
    invisible: object !== 0 && engine._FPDFTextObj_GetTextRenderMode(object) === INVISIBLE,
  };
};

/** Every character that the page's text holds, without watermarks and the spaces and line ends that pdfium makes up. */
export const rawGlyphs = (engine: Engine, text: number, count: number, scratch: Scratch): RawGlyph[] => {
  const glyphs: RawGlyph[] = [];
  const { at } = scratch;
  let known: { readonly object: number; readonly shared: Shared } | undefined;
  for (let index = 0; index < count; index++) {
    if (engine._FPDFText_IsGenerated(text, index) === 1) continue;
    const character = characterOf(engine, text, index);
    if (character === '') continue;
    if (!engine._FPDFText_GetCharOrigin(text, index, at, at + 8)) continue;
    const origin = [scratch.double(0), scratch.double(1)] as const;
    engine._FPDFText_GetCharBox(text, index, at, at + 8, at + 16, at + 24);
    const ink = [scratch.double(0), scratch.double(2), scratch.double(1), scratch.double(3)] as const;
    engine._FPDFText_GetLooseCharBox(text, index, at);
    const advance = [scratch.float(0), scratch.float(3), scratch.float(2), scratch.float(1)] as const;
    const object = engine._FPDFText_GetTextObject(text, index);
    if (known?.object !== object) known = { object, shared: sharedOf(engine, text, index, object, scratch) };
    const { size, quarter, invisible, slanted } = known.shared;
    if (!slanted) glyphs.push({ text: character, origin, ink, advance, size, quarter, invisible });
  }
  return glyphs;
};

/** Shares of the font's height above and below the baseline; what fonts say themselves is often wrong. */
const ABOVE = 0.88;
const BELOW = 0.12;
/** Middle of a character over its baseline, and how far it may lie off before the baseline is not believed. */
const MIDDLE = 0.38;
const OFF = 0.7;
/** No character is wider than two dashes; of vertical writing pdfium gives the advance unscaled. */
const WIDEST = 2.5;

const corners = (matrix: Matrix, [x0, y0, x1, y1]: RawGlyph['ink']): [number, number, number, number] => {
  const [ax, ay] = apply(matrix, x0, y0);
  const [bx, by] = apply(matrix, x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
};

/** The character on the page once turned by `turns`; `matrix` leads there. `spaced` as in `Glyph`. */
export const placeGlyph = (raw: RawGlyph, spaced: boolean, matrix: Matrix, turns: QuarterTurns): Glyph => {
  const ink = corners(matrix, raw.ink);
  const [looseLeft, , looseRight] = corners(matrix, raw.advance);
  const [, baseline] = apply(matrix, raw.origin[0], raw.origin[1]);
  const size = raw.size > 0 ? raw.size : Math.max(1, ink[3] - ink[1]);
  const inked = ink[3] > ink[1];
  const middle = (ink[1] + ink[3]) / 2;
  // Vertical writing hangs characters from their origin, and a sideways label has no baseline among the lines.
  const onLine =
    raw.quarter === turns && (!inked || Math.abs(baseline - MIDDLE * size - middle) < OFF * size);
  if (!onLine) {
    const [left, top, right, bottom] = ink;
    return { text: raw.text, left, top, right, bottom, baseline: middle + MIDDLE * size, size, spaced };
  }
  const advance = looseRight - looseLeft;
  const [left, right] =
    advance > 0.01 && advance < WIDEST * size ? [looseLeft, looseRight] : [ink[0], ink[2]];
  return {
    text: raw.text,
    left,
    top: baseline - ABOVE * size,
    right,
    bottom: baseline + BELOW * size,
    baseline,
    size,
    spaced,
  };
};
