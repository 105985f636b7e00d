import { damaged } from '../unreadable.ts';

/** Record types of BIFF8 that matter for the text ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  multipleBlank: 0x00be,
  richString: 0x00d6,
  cellFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  sharedLabel: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
} as const;

/** A record with its data, and the data of the CONTINUE records behind it as further pieces. */
export interface BiffRecord {
  readonly type: number;
  readonly data: Uint8Array;
  readonly view: DataView;
  readonly continued: readonly Uint8Array[];
}

/**
 * The records of one substream, from the BOF at `start` to its EOF; those of substreams inside it (charts) are
 * passed over. Throws `Unreadable` (damaged) where the stream ends before the EOF.
 */
export function* substream(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const cut = () => damaged('XLS 工作表没有结尾', 'a sheet of the XLS workbook has no end');
  const sizeAt = (at: number): number => {
    if (at < 0 || at + 4 > stream.length || at + 4 + view.getUint16(at + 2, true) > stream.length)
      throw cut();
    return view.getUint16(at + 2, true);
  };
  let depth = 0;
  for (let at = start; ; ) {
    const size = sizeAt(at);
    const type = view.getUint16(at, true);
    if (depth === 0 && type !== RECORD.begin) throw damaged('XLS 工作表没有开头', 'a sheet has no beginning');
    const data = stream.subarray(at + 4, at + 4 + size);
    at += 4 + size;
    const continued: Uint8Array[] = [];
    while (at + 4 <= stream.length && view.getUint16(at, true) === RECORD.continue) {
      const more = sizeAt(at);
      continued.push(stream.subarray(at + 4, at + 4 + more));
      at += 4 + more;
    }
    if (type === RECORD.begin) depth++;
    if (type === RECORD.end) depth--;
    if (depth === 0) return;
    if (depth > 1) continue;
    const dataView = new DataView(data.buffer, data.byteOffset, data.byteLength);
    yield { type, data, view: dataView, continued };
  }
}
