import type { Matrix } from '../page/matrix.ts';

/** Left, bottom, right, top in the page's own space, y upwards. */
export type PageBox = readonly [left: number, bottom: number, right: number, top: number];

/** How many times a page has to be turned by 90° clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/**
 * From the page's own space to points from the top left corner of the page once turned. Where a table is set
 * sideways on an upright page, turning by the direction of the text makes its rows rows again.
 */
export const turned = ([left, bottom, right, top]: PageBox, turns: QuarterTurns): Matrix => {
  const matrices: Record<QuarterTurns, Matrix> = {
    0: [1, 0, 0, -1, -left, top],
    1: [0, 1, 1, 0, -bottom, -left],
    2: [-1, 0, 0, 1, right, -bottom],
    3: [0, -1, -1, 0, top, right],
  };
  return matrices[turns];
};

/** The quarter of the circle, counted counterclockwise, into which the direction (x, y) of a text points. */
export const quarter = (x: number, y: number): QuarterTurns => {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
};
