import { LIMITS } from '../limits.ts';
import { type Box, boundsOf, drawnLines, isLine, ruleOf } from '../page/drawn-lines.ts';
import { apply, compose, IDENTITY, type Matrix } from '../page/matrix.ts';
import type { Rule } from '../page/page.ts';
import { overLimit } from '../unreadable.ts';
import type { Engine } from './engine.ts';
import type { Scratch } from './scratch.ts';

/** pdfium's numbers for kinds of page objects and path segments. */
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MOVE_TO = 2;

/** Forms inside forms: real files have two or three. */
const FORM_DEPTH = 8;

/** Lines of a page in its own space, and how much of the page its pictures cover in square points. */
export interface Drawing {
  readonly lines: readonly Box[];
  readonly pictureArea: number;
  /** Objects on the page, text among them. */
  readonly objects: number;
}

/** Subpaths as their points; a path may hold a whole table. */
const subpaths = (engine: Engine, path: number, matrix: Matrix, scratch: Scratch): [number, number][][] => {
  const parts: [number, number][][] = [];
  const count = engine._FPDFPath_CountSegments(path);
  if (count > LIMITS.pageObjects.limit) throw overLimit('pageObjects');
  for (let i = 0; i < count; i++) {
    const segment = engine._FPDFPath_GetPathSegment(path, i);
    if (!engine._FPDFPathSegment_GetPoint(segment, scratch.at, scratch.at + 4)) continue;
    const point = apply(matrix, scratch.float(0), scratch.float(1));
    if (engine._FPDFPathSegment_GetType(segment) === MOVE_TO || parts.length === 0) parts.push([]);
    const part = parts.at(-1);
    part?.push(point);
    if (engine._FPDFPathSegment_GetClose(segment) && part?.[0]) part.push(part[0]);
  }
  return parts;
};

/**
 * Everything on the page that looks like a ruling line: stroked lines, edges of stroked boxes, and thin filled
 * boxes, which is how browsers draw borders. Throws `Unreadable` when there are more than the limit.
 */
export const readDrawing = (engine: Engine, page: number, scratch: Scratch): Drawing => {
  const lines: Box[] = [];
  let pictureArea = 0;
  let seen = 0;

  const matrixOf = (object: number): Matrix => {
    if (!engine._FPDFPageObj_GetMatrix(object, scratch.at)) return IDENTITY;
    const at = scratch.float;
    return [at(0), at(1), at(2), at(3), at(4), at(5)];
  };

  const placed = (object: number, outer: Matrix): Box => {
    const { at } = scratch;
    engine._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12);
    const [left, bottom, right, top] = [0, 1, 2, 3].map(scratch.float);
    return boundsOf([apply(outer, left ?? 0, bottom ?? 0), apply(outer, right ?? 0, top ?? 0)]);
  };

  const readPath = (object: number, outer: Matrix): void => {
    const bounds = placed(object, outer);
    if (isLine(bounds)) {
      lines.push(bounds);
      return;
    }
    engine._FPDFPath_GetDrawMode(object, scratch.at, scratch.at + 4);
    const stroked = scratch.integer(1) !== 0;
    // A single filled box is a background.
    if (!stroked && engine._FPDFPath_CountSegments(object) <= 5) return;
    for (const points of subpaths(engine, object, compose(matrixOf(object), outer), scratch)) {
      for (const line of drawnLines(points, stroked)) lines.push(line);
    }
  };

  const readObject = (object: number, outer: Matrix, depth: number): void => {
    if (++seen > LIMITS.pageObjects.limit) throw overLimit('pageObjects');
    if (lines.length > LIMITS.pageObjects.limit) throw overLimit('pageObjects');
    const type = engine._FPDFPageObj_GetType(object);
    if (type === PATH) readPath(object, outer);
    else if (type === IMAGE) {
      const [left, bottom, right, top] = placed(object, outer);
      pictureArea += (right - left) * (top - bottom);
    } else if (type === FORM && depth < FORM_DEPTH) {
      const inner = compose(matrixOf(object), outer);
      const count = engine._FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) readObject(engine._FPDFFormObj_GetObject(object, i), inner, depth + 1);
    }
  };

  const count = engine._FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) readObject(engine._FPDFPage_GetObject(page, i), IDENTITY, 0);
  return { lines, pictureArea, objects: seen };
};

/** The line on the page once turned; `matrix` leads there. */
export const placeRule = ([left, bottom, right, top]: Box, matrix: Matrix): Rule =>
  ruleOf(boundsOf([apply(matrix, left, bottom), apply(matrix, right, top)]));
