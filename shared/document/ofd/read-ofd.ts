import type { Page } from '../page/page.ts';
import { pagesToBlocks } from '../page/pages-to-blocks.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { openZip, type Zip } from '../zip/open-zip.ts';
import { type DocumentParts, documentParts, scanPart } from './document-parts.ts';
import { PageContent, POINTS_PER_MM } from './page-content.ts';

const readPage = (zip: Zip, parts: DocumentParts, part: string): Page & { pictureArea: number } => {
  const content = new PageContent();
  content.moveTo(parts.box);
  scanPart(zip, part, content);
  const box = content.box ?? parts.box;
  const printed = [content];
  for (const id of new Set(content.templates)) {
    const template = new PageContent();
    template.moveTo(box);
    const templatePart = parts.templates.get(id);
    if (!templatePart) throw damaged(`缺少模板页 ${id}`, `page template ${id} is missing`);
    scanPart(zip, templatePart, template);
    printed.push(template);
  }
  const [, , width = 0, height = 0] = box;
  return {
    width: width * POINTS_PER_MM,
    height: height * POINTS_PER_MM,
    glyphs: printed.length === 1 ? content.glyphs : printed.flatMap(({ glyphs }) => glyphs),
    rules: printed.length === 1 ? content.rules : printed.flatMap(({ rules }) => rules),
    pictureArea: printed.reduce((sum, { pictureArea }) => sum + pictureArea, 0),
  };
};

/**
 * Reads an OFD document (GB/T 33190-2016): text objects and drawn lines of its pages and page templates, as
 * paragraphs and tables. Signatures, annotations and attachments are left alone.
 */
export const readOfd = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const zip = openZip(bytes);
    // GB/T 33190 leaves encryption to the package: the parts are then named in this one.
    if (zip.names.some((name) => /(?:^|\/)Encryptions?\.xml$/i.test(name))) throw unreadable('encrypted');
    const pages = documentParts(zip).flatMap((parts) =>
      parts.pages.map((part) => readPage(zip, parts, part)),
    );
    if (pages.length === 0) throw damaged('没有页面', 'there are no pages');
    const textless = pages.every(({ glyphs }) => glyphs.length === 0);
    if (textless && pages.some(({ pictureArea }) => pictureArea > 0)) throw unreadable('scanned');
    return { ok: true, document: { format: 'ofd', blocks: pagesToBlocks(pages) } };
  });
