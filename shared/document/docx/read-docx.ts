import { toBlocks } from '../flow/to-blocks.ts';
import { relationshipsOf } from '../opc/relationships.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { openZip } from '../zip/open-zip.ts';
import { DocumentBody } from './document-body.ts';
import { WORD_NAMESPACES } from './namespaces.ts';
import { Numbering } from './numbering.ts';
import { readStyles } from './styles.ts';

/**
 * Reads a Word document (DOCX, DOCM): the accepted text with automatic numbers printed, without headers,
 * footers, notes and comments. `bytes` is the file; the result's cells count from 1 in their places.
 */
export const readDocx = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const zip = openZip(bytes);
    const main =
      relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'word/document.xml';
    const source = zip.read(main);
    if (!source) throw damaged('Word 文档没有正文', 'the Word document has no main part');
    const links = relationshipsOf(zip, main);
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
    const blocks = toBlocks(body.finish());
    if (blocks.length === 0 && body.hasPictures) throw unreadable('scanned');
    return { ok: true, document: { format: 'docx', blocks } };
  });
