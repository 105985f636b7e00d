import type { Matrix } from '../page/matrix.ts';
import type { Glyph } from '../page/page.ts';
import { isWide } from '../page/text-lines.ts';
import { foldRadicals } from '../radicals.ts';
import type { Attributes } from '../xml/attributes.ts';
import { deltasOf, numberOf } from './numbers.ts';

/** A text object's properties (GB/T 33190-2016, 11.2); `matrix` leads from its space to points on the page. */
export interface TextObject {
  readonly matrix: Matrix;
  /** Height of the font in the object's own units. */
  readonly size: number;
  /** Stretch of the width. */
  readonly scale: number;
  /** Where the last text code began; one without X or Y begins there (11.3). */
  x: number;
  y: number;
}

/** A text code as it opens: where it begins and how its characters follow each other. */
export interface TextCode {
  readonly object: TextObject;
  readonly deltaX: string | undefined;
  readonly deltaY: string | undefined;
  text: string;
}

export const openTextCode = (object: TextObject, attributes: Attributes): TextCode => {
  const x = numberOf(attributes.get('X'));
  const y = numberOf(attributes.get('Y'));
  if (Number.isFinite(x)) object.x = x;
  if (Number.isFinite(y)) object.y = y;
  return { object, deltaX: attributes.get('DeltaX'), deltaY: attributes.get('DeltaY'), text: '' };
};

/** Shares of the font's height above and below the baseline. */
const ABOVE = 0.88;
const BELOW = 0.12;

/** Widest distance (heights of the font) that still is the character's own width. */
const WIDEST = 1.6;

/** The first half of a character beyond the basic plane has its second half behind it. */
const characterAt = (text: string, at: number): string =>
  (text.codePointAt(at) ?? 0) > 0xffff ? text.slice(at, at + 2) : text.charAt(at);

/** Adds the characters of a text code, each where it stands on the page. Spaces only set the next one apart. */
export const placeText = ({ object, deltaX, deltaY, text }: TextCode, glyphs: Glyph[]): void => {
  const folded = foldRadicals(text);
  const across = deltasOf(deltaX, folded.length);
  const down = deltasOf(deltaY, folded.length);
  const { matrix, size, scale } = object;
  const points = size * Math.hypot(matrix[2], matrix[3]);
  const stretch = Math.hypot(matrix[0], matrix[1]);
  const moves = deltaX !== undefined || deltaY !== undefined;
  let { x, y } = object;
  let spaced = false;
  for (let at = 0, i = 0; at < folded.length; i++) {
    const character = characterAt(folded, at);
    at += character.length;
    const advance = size * scale * (isWide(character) ? 1 : 0.5);
    const space = character.trim() === '';
    if (!space) {
      const left = matrix[0] * x + matrix[2] * y + matrix[4];
      const baseline = matrix[1] * x + matrix[3] * y + matrix[5];
      const stated = across[i] ?? 0;
      // Printers state an average for Latin letters and ideographs together; a wider distance is a gap.
      const step = stated > 0 && stated < WIDEST * size * scale ? stated : advance;
      glyphs.push({
        text: character,
        left,
        top: baseline - ABOVE * points,
        right: left + step * stretch,
        bottom: baseline + BELOW * points,
        baseline,
        size: points,
        spaced,
      });
    }
    spaced = space;
    // Without any distances the characters would lie on each other; printers then advance by their width.
    x += across[i] ?? (moves ? 0 : advance);
    y += down[i] ?? 0;
  }
};
