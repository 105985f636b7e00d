import { relationshipsOf } from '../opc/relationships.ts';
import type { ReadResult } from '../reader.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { sheetBlocks } from '../sheet/sheet-blocks.ts';
import { damaged, orRejection } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { openZip } from '../zip/open-zip.ts';
import { readCellStyles } from './cell-styles.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';
import { readSheet, type Workbook } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';

interface Outline {
  /** Relationship ids of the visible sheets in their order. */
  readonly sheets: readonly string[];
  readonly since1904: boolean;
}

const readOutline = (xml: string): Outline => {
  const sheets: string[] = [];
  let since1904 = false;
  scanXml(xml, SHEET_NAMESPACES, {
    open(name, attributes) {
      if (name === 'x:workbookPr') since1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'x:sheet' || (attributes.get('state') ?? 'visible') !== 'visible') return;
      sheets.push(attributes.get('r:id') ?? '');
    },
    close() {},
    text() {},
  });
  return { sheets, since1904 };
};

/** Reads an Excel workbook (XLSX, XLSM): all visible sheets, numbers as they print. */
export const readXlsx = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const zip = openZip(bytes);
    const main =
      relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
    const links = relationshipsOf(zip, main);
    const part = (name: string | undefined): string | undefined => {
      const content = name === undefined ? undefined : zip.read(name);
      return content && decodeXml(content);
    };
    const linked = (type: string): string | undefined => part(links.find((link) => link.type === type)?.part);

    const source = part(main);
    if (source === undefined) throw damaged('工作簿没有目录', 'the workbook has no main part');
    const { sheets, since1904 } = readOutline(source);
    const strings = linked('sharedStrings');
    const styles = linked('styles');
    const workbook: Workbook = {
      strings: strings === undefined ? [] : readSharedStrings(strings),
      styles: styles === undefined ? [] : readCellStyles(styles),
      since1904,
    };
    const read = sheets.flatMap((id): Sheet[] => {
      const link = links.find((candidate) => candidate.id === id);
      // A sheet may be a chart alone, which has no cells.
      if (link && link.type !== 'worksheet') return [];
      const xml = part(link?.part);
      if (xml === undefined) throw damaged('工作簿缺少工作表', 'a sheet of the workbook is missing');
      return [readSheet(xml, workbook)];
    });
    return { ok: true, document: { format: 'xlsx', blocks: sheetBlocks(read) } };
  });
