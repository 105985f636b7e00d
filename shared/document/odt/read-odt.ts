import { toBlocks } from '../flow/to-blocks.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { openZip, type Zip } from '../zip/open-zip.ts';
import { ContentBody } from './content-body.ts';
import { ODF_NAMESPACES } from './namespaces.ts';
import { OdfStyles } from './styles.ts';

const NOTHING = { close() {}, text() {} };

/** Parts sealed with a password are named in the manifest (ISO/IEC 26300-3, 3.4). */
const refuseEncrypted = (zip: Zip): void => {
  const manifest = zip.read('META-INF/manifest.xml');
  if (!manifest) return;
  scanXml(decodeXml(manifest), ODF_NAMESPACES, {
    ...NOTHING,
    open(name) {
      if (name === 'manifest:encryption-data') throw unreadable('encrypted');
    },
  });
};

/** Named styles matter for lists, numbered headings and hidden text alone. */
const NAMED_STYLES_MATTER = /<text:(?:list|h)[\s>]/;

const contentOf = (zip: Zip, styles: OdfStyles): string => {
  refuseEncrypted(zip);
  const content = zip.read('content.xml');
  if (!content) throw damaged('ODT 没有正文', 'the OpenDocument text has no content');
  const xml = decodeXml(content);
  const named = NAMED_STYLES_MATTER.test(xml) ? zip.read('styles.xml') : undefined;
  if (named) {
    const open = styles.open.bind(styles);
    scanXml(decodeXml(named), ODF_NAMESPACES, { ...NOTHING, open });
  }
  return xml;
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] !== 0x3c && bytes[0] !== 0xef;

/**
 * Reads an OpenDocument text (ODT, or its form in a single XML file) with the numbers of its lists printed and
 * without deletions, notes, headers and footers.
 */
export const readOdt = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const styles = new OdfStyles();
    const xml = isZip(bytes) ? contentOf(openZip(bytes), styles) : decodeXml(bytes);
    const body = new ContentBody(styles);
    scanXml(xml, ODF_NAMESPACES, body);
    const blocks = toBlocks(body.finish());
    if (blocks.length === 0 && body.hasPictures) throw unreadable('scanned');
    return { ok: true, document: { format: 'odt', blocks } };
  });
