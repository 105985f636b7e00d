import { scanXml } from '../xml/scan-xml.ts';
import type { Zip } from '../zip/open-zip.ts';

const DATA = '<pkg:xmlData';
const DATA_END = '</pkg:xmlData>';
const NAME = 'pkg:name="/';

/**
 * A Word document in a single XML file (Flat OPC), as templates of office systems fill it in: its XML parts by
 * name, as if they stood in an archive. Throws `Unreadable` (damaged) when the XML is not whole.
 */
export const openFlatPackage = (xml: string): Zip => {
  scanXml(xml, {}, { open() {}, close() {}, text() {} });
  const parts = new Map<string, Uint8Array>();
  for (let at = 0, data = xml.indexOf(DATA); data >= 0; data = xml.indexOf(DATA, at)) {
    const start = xml.indexOf('>', data) + 1;
    const end = xml.indexOf(DATA_END, start);
    if (end < 0) break;
    const tag = xml.slice(at, data);
    const name = tag.slice(tag.lastIndexOf(NAME) + NAME.length).split('"', 1)[0] ?? '';
    parts.set(name, Buffer.from(xml.slice(start, end).trim()));
    at = end;
  }
  return { names: [...parts.keys()], read: (name) => parts.get(name) };
};
