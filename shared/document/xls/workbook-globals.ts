import { LIMITS } from '../limits.ts';
import type { TextMark } from '../marked-text.ts';
import { builtInFormat } from '../sheet/print-number.ts';
import { damaged, overLimit, unreadable } from '../unreadable.ts';
import { fontMark } from './fonts.ts';
import { type BiffRecord, RECORD, substream } from './records.ts';
import { UnicodeStrings } from './unicode-strings.ts';

/** What all sheets of a workbook refer to, and where the visible ones begin. */
export interface WorkbookGlobals {
  readonly sheets: readonly number[];
  readonly strings: readonly string[];
  readonly formatOf: (style: number) => string;
  readonly isBordered: (style: number) => boolean;
  readonly since1904: boolean;
}

const BIFF8 = 0x0600;
const WORKSHEET = 0;
const LINES = 0xffff;

/** The smallest text takes three bytes: a count that cannot be true is not believed. */
const sharedStrings = (record: BiffRecord, marks: readonly (TextMark | undefined)[]): string[] => {
  const size = record.continued.reduce((sum, { length }) => sum + length, record.data.length);
  const count = record.view.getUint32(4, true);
  if (count * 3 > size) throw damaged('XLS 文字表不完整', 'the texts of the XLS workbook are incomplete');
  if (count > LIMITS.cells.limit) throw overLimit('cells');
  const source = new UnicodeStrings(record, 8);
  return Array.from({ length: count }, () => source.next(marks));
};

/** Reads the workbook's own substream ([MS-XLS] 2.1.7.20.3). Throws `Unreadable`. */
export const readGlobals = (stream: Uint8Array): WorkbookGlobals => {
  const sheets: number[] = [];
  const styles: { format: number; bordered: boolean }[] = [];
  const formats = new Map<number, string>();
  const marks: (TextMark | undefined)[] = [];
  let strings: string[] = [];
  let since1904 = false;
  const on: Readonly<Record<number, (record: BiffRecord) => void>> = {
    [RECORD.begin]: ({ view }) => {
      if (view.getUint16(0, true) !== BIFF8) throw unreadable('unsupported-format');
    },
    [RECORD.filePass]: () => {
      throw unreadable('encrypted');
    },
    [RECORD.dateMode]: ({ view }) => {
      since1904 = view.getUint16(0, true) === 1;
    },
    [RECORD.boundSheet]: ({ view }) => {
      const visible = (view.getUint8(4) & 3) === 0;
      if (visible && view.getUint8(5) === WORKSHEET) sheets.push(view.getUint32(0, true));
    },
    [RECORD.font]: (record) => {
      marks.push(fontMark(record));
    },
    [RECORD.numberFormat]: (record) => {
      formats.set(record.view.getUint16(0, true), new UnicodeStrings(record, 2).next());
    },
    [RECORD.cellFormat]: ({ view }) => {
      const bordered = (view.getUint32(10, true) & LINES) !== 0;
      styles.push({ format: view.getUint16(2, true), bordered });
    },
    [RECORD.sharedStrings]: (record) => {
      strings = sharedStrings(record, marks);
    },
  };
  for (const record of substream(stream, 0)) on[record.type]?.(record);
  return {
    sheets,
    strings,
    formatOf: (style) => {
      const id = styles[style]?.format ?? 0;
      return formats.get(id) ?? builtInFormat(id);
    },
    isBordered: (style) => styles[style]?.bordered ?? false,
    since1904,
  };
};
