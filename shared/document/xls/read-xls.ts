import { openCompoundFile } from '../ole/compound-file.ts';
import type { ReadResult } from '../reader.ts';
import { sheetBlocks } from '../sheet/sheet-blocks.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { readGlobals } from './workbook-globals.ts';
import { readWorksheet } from './worksheet.ts';

/** Reads an Excel 97–2003 workbook (BIFF8 in a compound file): all visible sheets, numbers as they print. */
export const readXls = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const stream = openCompoundFile(bytes).read('Workbook');
    // Excel 5 and 95 kept theirs in `Book`, without Unicode.
    if (!stream) throw unreadable('unsupported-format');
    try {
      const globals = readGlobals(stream);
      const sheets = globals.sheets.map((start) => readWorksheet(stream, start, globals));
      return { ok: true, document: { format: 'xls', blocks: sheetBlocks(sheets) } };
    } catch (error) {
      // A record shorter than its type demands: DataView refuses to read past its end.
      if (error instanceof RangeError) throw damaged('XLS 记录不完整', 'a record of the XLS workbook is cut');
      throw error;
    }
  });
