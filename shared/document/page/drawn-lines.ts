import type { Rule } from './page.ts';

/** Left, first y, right, second y; y in whichever direction the caller's space has. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** A drawn box up to this thick (points) is a line; Word draws 0.5–1.5, thick frames have 2.25. */
const THIN = 3;
/** Shorter pieces are dots, ticks and parts of pictures. */
const SHORT = 2;

export const isLine = ([x0, y0, x1, y1]: Box): boolean =>
  Math.min(x1 - x0, y1 - y0) <= THIN && Math.max(x1 - x0, y1 - y0) >= SHORT;

export const boundsOf = (points: readonly (readonly [number, number])[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
};

/**
 * The straight lines that a piece of a path draws: itself where it is one, which is how browsers and sheets draw
 * borders, and its edges where it is stroked.
 */
export const drawnLines = (points: readonly (readonly [number, number])[], stroked: boolean): Box[] => {
  const bounds = boundsOf(points);
  if (isLine(bounds)) return [bounds];
  const lines: Box[] = [];
  for (let i = 1; stroked && i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    if (!from || !to) continue;
    const edge = boundsOf([from, to]);
    if (isLine(edge)) lines.push(edge);
  }
  return lines;
};

/** The rule that a box with thin sides is, in a space whose y runs downwards. */
export const ruleOf = ([x0, y0, x1, y1]: Box): Rule =>
  x1 - x0 >= y1 - y0
    ? { axis: 'horizontal', position: (y0 + y1) / 2, from: x0, to: x1 }
    : { axis: 'vertical', position: (x0 + x1) / 2, from: y0, to: y1 };
