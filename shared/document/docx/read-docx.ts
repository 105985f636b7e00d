import type { Block } from '../document.ts';
import { toBlocks } from '../flow/to-blocks.ts';
import { type Relationship, relationshipsOf } from '../opc/relationships.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { openZip, type Zip } from '../zip/open-zip.ts';
import { DocumentBody } from './document-body.ts';
import { readEmbeddedPage } from './embedded-page.ts';
import { openFlatPackage } from './flat-package.ts';
import { WORD_NAMESPACES } from './namespaces.ts';
import { Numbering } from './numbering.ts';
import { readStyles } from './styles.ts';

const readBody = (zip: Zip, main: string, links: readonly Relationship[]): DocumentBody => {
  const source = zip.read(main);
  if (!source) throw damaged('Word 文档没有正文', 'the Word document has no main part');
  const linked = (type: string): string | undefined => {
    const part = links.find((link) => link.type === type)?.part;
    const content = part === undefined ? undefined : zip.read(part);
    return content && decodeXml(content);
  };
  const lists = linked('numbering');
  const styleSource = linked('styles');
  // Styles matter for lists and hidden text alone, and are often larger than the report.
  const stylesMatter = styleSource && (lists !== undefined || styleSource.includes('vanish'));
  const styles = stylesMatter ? readStyles(styleSource) : new Map();
  const body = new DocumentBody(styles, lists === undefined ? undefined : new Numbering(lists, styles));
  scanXml(decodeXml(source), WORD_NAMESPACES, body);
  return body;
};

/** The one embedded page that stands in for the body; a page among other text could not be put in its place. */
const embeddedPage = (
  zip: Zip,
  body: DocumentBody,
  links: readonly Relationship[],
  blocks: readonly Block[],
) => {
  if (body.chunks.length === 0) return undefined;
  const link = links.find(({ id }) => id === body.chunks[0]);
  const page = link && zip.read(link.part);
  if (!page || body.chunks.length > 1 || blocks.length > 0) {
    throw damaged('Word 文档的正文在另一份文件里', 'the Word document takes its text from another file');
  }
  return page;
};

const isXml = (bytes: Uint8Array): boolean => bytes[0] === 0x3c || bytes[0] === 0xef;

const WORD_2003 = /<w:wordDocument[\s>]/;

/** Reads the XML of Word 2003, which has its parts in one tree. */
const readWord2003 = (xml: string): ReadResult => {
  const body = new DocumentBody(new Map(), undefined);
  scanXml(xml, WORD_NAMESPACES, body);
  return { ok: true, document: { format: 'docx', blocks: toBlocks(body.finish()) } };
};

/**
 * Reads a Word document (DOCX, DOCM, or XML in a single file): the accepted text with automatic numbers printed, without headers,
 * footers, notes and comments. `bytes` is the file; the result's cells count from 1 in their places.
 */
export const readDocx = (bytes: Uint8Array): ReadResult | Promise<ReadResult> =>
  orRejection((): ReadResult | Promise<ReadResult> => {
    const xml = isXml(bytes) ? decodeXml(bytes) : undefined;
    if (xml !== undefined && WORD_2003.test(xml)) return readWord2003(xml);
    const zip = xml === undefined ? openZip(bytes) : openFlatPackage(xml);
    const main =
      relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'word/document.xml';
    const links = relationshipsOf(zip, main);
    const body = readBody(zip, main, links);
    const blocks = toBlocks(body.finish());
    const page = embeddedPage(zip, body, links, blocks);
    if (page) return readEmbeddedPage(page);
    if (blocks.length === 0 && body.hasPictures) throw unreadable('scanned');
    return { ok: true, document: { format: 'docx', blocks } };
  });
