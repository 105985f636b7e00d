import { checkCharacterMap } from './character-maps.ts';
import { checkDrawingCost } from './drawing-cost.ts';
import { pageTree } from './page-tree.ts';
import { PdfFile } from './pdf-file.ts';
import { unreadStreams } from './unread-streams.ts';

/** What a file says of itself before an engine sees it; encryption hides all but that it is there. */
export type Structure = { readonly encrypted: true } | { readonly encrypted: false; readonly pages: number };

/**
 * Checks that a PDF is whole and within the limits: it ends as it should, its cross-reference table leads to
 * every object, every stream inflates to its end with the right checksum and to no more than it may, and drawing
 * its pages takes no more than the limit. Engines repair or skip all that silently. Throws `Unreadable`.
 */
export const checkStructure = (bytes: Uint8Array): Structure => {
  const file = new PdfFile(bytes);
  if (file.trailer.has('Encrypt')) {
    file.checkPlaces();
    return { encrypted: true };
  }
  const unread = unreadStreams(file);
  for (const number of file.numbers) {
    const content = unread.has(number) ? undefined : file.content(number);
    if (content) checkCharacterMap(content);
  }
  const pages = pageTree(file);
  checkDrawingCost(file, pages);
  return { encrypted: false, pages: pages.length };
};
