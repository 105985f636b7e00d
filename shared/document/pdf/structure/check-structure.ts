import { checkCharacterMap } from './character-maps.ts';
import { checkDrawingCost } from './drawing-cost.ts';
import { pageTree } from './page-tree.ts';
import { PdfFile } from './pdf-file.ts';
import { isDictionary, isReference, type Value } from './value.ts';

/** What a file says of itself before an engine sees it; encryption hides all but that it is there. */
export type Structure = { readonly encrypted: true } | { readonly encrypted: false; readonly pages: number };

/**
 * Streams that draw the glyphs of a font (Type 3), of which browsers write thousands. They hold shapes, not text,
 * so that whether they are whole is left unlooked at.
 */
const drawnGlyphs = (file: PdfFile, value: Value): number[] => {
  if (!isDictionary(value) || value.get('Subtype') !== '/Type3') return [];
  const procedures = file.dictionary(value.get('CharProcs'));
  return [...(procedures?.values() ?? [])].flatMap((glyph) => (isReference(glyph) ? [glyph.object] : []));
};

/**
 * Checks that a PDF is whole and within the limits: it ends as it should, its cross-reference table leads to
 * every object, every stream inflates to its end with the right checksum and to no more than it may, and drawing
 * its pages takes no more than the limit. Engines repair or skip all that silently. Throws `Unreadable`.
 */
export const checkStructure = (bytes: Uint8Array): Structure => {
  const file = new PdfFile(bytes);
  const encrypted = file.trailer.has('Encrypt');
  const { numbers } = file;
  const glyphs = new Set<number>();
  for (const number of numbers) for (const glyph of drawnGlyphs(file, file.object(number))) glyphs.add(glyph);
  for (const number of numbers) {
    const content = encrypted || glyphs.has(number) ? undefined : file.content(number);
    if (content) checkCharacterMap(content);
  }
  if (encrypted) return { encrypted };
  const pages = pageTree(file);
  checkDrawingCost(file, pages);
  return { encrypted, pages: pages.length };
};
