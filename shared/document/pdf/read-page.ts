import type { Matrix } from '../page/matrix.ts';
import type { Glyph, Page } from '../page/page.ts';
import type { Engine } from './engine.ts';
import { type PageBox, type QuarterTurns, turned } from './orientation.ts';
import { placeGlyph, type RawGlyph, rawGlyphs } from './page-glyphs.ts';
import { placeRule, readDrawing } from './page-rules.ts';
import type { Scratch } from './scratch.ts';

/** A page and what tells whether it is a scan. */
export interface PdfPage extends Page {
  /** Share of the page that pictures cover; more than 1 where they overlap. */
  readonly pictures: number;
  /** Objects of any kind on the page. */
  readonly drawn: number;
  /** Characters without a known meaning. */
  readonly unknown: number;
}

/** A page that pictures cover this far, with invisible text alone, is a scan that was run through OCR. */
const SCAN_COVER = 0.5;

const boxOf = (engine: Engine, page: number, scratch: Scratch): PageBox => {
  if (engine._FPDF_GetPageBoundingBox(page, scratch.at)) {
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 1, 2, 3].map(scratch.float);
    if (right > left && top > bottom) return [left, bottom, right, top];
  }
  return [0, 0, engine._FPDF_GetPageWidthF(page), engine._FPDF_GetPageHeightF(page)];
};

/** The direction of most of the text, so that a table set sideways is read upright. */
const directionOf = (glyphs: readonly RawGlyph[], fallback: number): QuarterTurns => {
  const votes = [0, 0, 0, 0];
  for (const { quarter } of glyphs) votes[quarter] = (votes[quarter] ?? 0) + 1;
  const most = Math.max(...votes);
  return (most === 0 ? fallback & 3 : votes.indexOf(most)) as QuarterTurns;
};

/** Places the characters; spaces are left out, and only say that the next character stands apart. */
const placed = (raw: readonly RawGlyph[], matrix: Matrix, turns: QuarterTurns): Glyph[] => {
  const glyphs: Glyph[] = [];
  let spaced = false;
  for (const glyph of raw) {
    const space = glyph.text.trim() === '';
    if (!space) glyphs.push(placeGlyph(glyph, spaced, matrix, turns));
    spaced = space;
  }
  return glyphs;
};

/** Reads what is printed on an open page; `text` is its text page, which holds `count` characters. */
export const readPage = (
  engine: Engine,
  page: number,
  text: number,
  count: number,
  scratch: Scratch,
): PdfPage => {
  const box = boxOf(engine, page, scratch);
  const { lines, pictureArea, objects } = readDrawing(engine, page, scratch);
  const pictures = pictureArea / ((box[2] - box[0]) * (box[3] - box[1]));
  const all = rawGlyphs(engine, text, count, scratch);
  const visible = all.filter(({ invisible }) => !invisible);
  // Where letters are drawn as outlines, the text lies invisible over them and is sound; over a picture it is OCR.
  const raw = visible.some((glyph) => glyph.text.trim() !== '') || pictures > SCAN_COVER ? visible : all;
  const turns = directionOf(raw, engine._FPDFPage_GetRotation(page));
  const matrix = turned(box, turns);
  const sideways = turns % 2 === 1;
  const width = sideways ? box[3] - box[1] : box[2] - box[0];
  const height = sideways ? box[2] - box[0] : box[3] - box[1];
  const glyphs = placed(raw, matrix, turns);
  return {
    width,
    height,
    // What stands beyond the page's edge is not printed.
    glyphs: glyphs.filter((g) => g.right > 0 && g.left < width && g.bottom > 0 && g.top < height),
    rules: lines.map((line) => placeRule(line, matrix)),
    pictures,
    drawn: objects,
    unknown: raw.filter((glyph) => glyph.text === '\ufffd').length,
  };
};
