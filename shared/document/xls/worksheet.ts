import { LIMITS } from '../limits.ts';
import { printNumber } from '../sheet/print-number.ts';
import type { Merge, Sheet, SheetCell } from '../sheet/sheet.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { type BiffRecord, RECORD, substream } from './records.ts';
import { UnicodeStrings } from './unicode-strings.ts';
import type { WorkbookGlobals } from './workbook-globals.ts';

/** A number in 30 bits ([MS-XLS] 2.5.217): whole, or the upper half of a double; perhaps times 100. */
const rkNumber = (rk: number): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, rk & 0xfffffffc, true);
  const value = rk & 2 ? rk >> 2 : view.getFloat64(0, true);
  return rk & 1 ? value / 100 : value;
};

const ROW_HIDDEN = 0x20;
const COLUMN_HIDDEN = 1;

/** What a formula gave, where that is no number ([MS-XLS] 2.5.133). */
const RESULT = { text: 0, boolean: 1, error: 2 } as const;

/** Reads one worksheet ([MS-XLS] 2.1.7.20.5); hidden rows and columns are left out, as in print. */
export const readWorksheet = (stream: Uint8Array, start: number, globals: WorkbookGlobals): Sheet => {
  const cells: SheetCell[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [from: number, to: number][] = [];
  let awaiting: { row: number; column: number; style: number } | undefined;
  let characters = 0;

  const add = (row: number, column: number, style: number, printed: string): void => {
    const text = printed.replaceAll('\r\n', '\n').trim();
    const bordered = globals.isBordered(style);
    if (text === '' && !bordered) return;
    characters += text.length;
    if (characters > LIMITS.characters.limit) throw overLimit('characters');
    if (cells.length >= LIMITS.cells.limit) throw overLimit('cells');
    cells.push({ row, column, text, bordered });
  };
  const addNumber = (row: number, column: number, style: number, value: number): void =>
    add(row, column, style, printNumber(value, globals.formatOf(style), globals.since1904));

  /** Row, column and style, with which every record of a single cell begins. */
  const place = ({ view }: BiffRecord): [row: number, column: number, style: number] => [
    view.getUint16(0, true),
    view.getUint16(2, true),
    view.getUint16(4, true),
  ];
  const text = (record: BiffRecord): void => add(...place(record), new UnicodeStrings(record, 6).next());

  const on: Readonly<Record<number, (record: BiffRecord) => void>> = {
    [RECORD.sharedLabel]: (record) => {
      const shared = globals.strings[record.view.getUint32(6, true)];
      if (shared === undefined)
        throw damaged('表格引用的文字不存在', 'a cell refers to a text that is not there');
      add(...place(record), shared);
    },
    [RECORD.label]: text,
    [RECORD.richString]: text,
    [RECORD.number]: (record) => addNumber(...place(record), record.view.getFloat64(6, true)),
    [RECORD.rk]: (record) => addNumber(...place(record), rkNumber(record.view.getUint32(6, true))),
    [RECORD.multipleRk]: ({ view }) => {
      const first = view.getUint16(2, true);
      for (let at = 4; at + 6 < view.byteLength; at += 6) {
        const column = first + (at - 4) / 6;
        const value = rkNumber(view.getUint32(at + 2, true));
        addNumber(view.getUint16(0, true), column, view.getUint16(at, true), value);
      }
    },
    [RECORD.blank]: (record) => add(...place(record), ''),
    [RECORD.multipleBlank]: ({ view }) => {
      const first = view.getUint16(2, true);
      for (let at = 4; at + 2 < view.byteLength; at += 2) {
        add(view.getUint16(0, true), first + (at - 4) / 2, view.getUint16(at, true), '');
      }
    },
    [RECORD.booleanOrError]: (record) => {
      const value = record.view.getUint8(6);
      add(...place(record), record.view.getUint8(7) === 1 ? '#ERROR' : value === 1 ? 'TRUE' : 'FALSE');
    },
    [RECORD.formula]: (record) => {
      const [row, column, style] = place(record);
      if (record.view.getUint16(12, true) !== 0xffff) {
        addNumber(row, column, style, record.view.getFloat64(6, true));
        return;
      }
      const kind = record.view.getUint8(6);
      if (kind === RESULT.text) awaiting = { row, column, style };
      else if (kind === RESULT.boolean) add(row, column, style, record.view.getUint8(8) ? 'TRUE' : 'FALSE');
      else add(row, column, style, kind === RESULT.error ? '#ERROR' : '');
    },
    [RECORD.string]: (record) => {
      if (!awaiting) return;
      add(awaiting.row, awaiting.column, awaiting.style, new UnicodeStrings(record, 0).next());
      awaiting = undefined;
    },
    [RECORD.row]: ({ view }) => {
      if (view.getUint16(12, true) & ROW_HIDDEN) hiddenRows.add(view.getUint16(0, true));
    },
    [RECORD.columnInfo]: ({ view }) => {
      const hidden = view.getUint16(8, true) & COLUMN_HIDDEN;
      if (hidden) hiddenColumns.push([view.getUint16(0, true), view.getUint16(2, true)]);
    },
    [RECORD.mergedCells]: ({ view }) => {
      for (let i = 0; i < view.getUint16(0, true); i++) {
        const [top, bottom, left, right] = [2, 4, 6, 8].map((at) => view.getUint16(8 * i + at, true));
        if (merges.length >= LIMITS.cells.limit) throw overLimit('cells');
        merges.push({ top: top!, left: left!, bottom: bottom!, right: right! });
      }
    },
  };
  for (const record of substream(stream, start)) on[record.type]?.(record);

  const isShown = ({ row, column }: SheetCell): boolean =>
    !hiddenRows.has(row) && !hiddenColumns.some(([from, to]) => column >= from && column <= to);
  return { cells: cells.filter(isShown), merges };
};
