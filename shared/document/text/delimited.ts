import type { Block, TextPlace } from '../document.ts';
import { LIMITS } from '../limits.ts';
import type { SheetCell } from '../sheet/sheet.ts';
import { sheetBlocks } from '../sheet/sheet-blocks.ts';
import { overLimit } from '../unreadable.ts';

interface Field extends TextPlace {
  readonly text: string;
}

/** Fewer columns or rows than a form of three tables has, and the marks may be anything. */
const LEAST_FIELDS = 7;
const LEAST_RECORDS = 12;
/** No sheet has more. */
const MOST_FIELDS = 16_384;

/** "Excel saves text files in 16-row blocks", and leaves out the marks of last columns that are empty in a whole block. */
const EXCEL_BLOCK = 16;

/**
 * Where the field that a quote opens at `start` is closed (RFC 4180, section 2): two quotes stand for one. Negative
 * where it is left open. A pattern would keep a place on its stack for each character.
 */
const closingQuote = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
};

/**
 * The records of a text that a program wrote from a sheet (RFC 4180, with a mark of any kind): all have the same number
 * of fields, or all of a block of Excel's have.
 *
 * @returns nothing where that does not hold, or a quote is left open, or something stands behind a closing one
 */
const recordsOf = (text: string, mark: string): Field[][] | undefined => {
  const records: Field[][] = [];
  let record: Field[] = [];
  let cells = 0;
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < text.length || record.length > 0; ) {
    const place = { line, column: at - lineStart + 1 };
    let end = at;
    if (text[at] === '"') {
      const close = closingQuote(text, at);
      if (close < 0) return undefined;
      const content = text.slice(at + 1, close);
      for (let feed = content.indexOf('\n'); feed >= 0; feed = content.indexOf('\n', feed + 1)) {
        line++;
        lineStart = at + feed + 2;
      }
      end = close + 1;
      record.push({ ...place, text: content.replaceAll('""', '"').trim() });
      if (text[end] === '\r') end++;
    } else {
      while (end < text.length && text[end] !== mark && text[end] !== '\n') end++;
      record.push({ ...place, text: text.slice(at, end).trim() });
    }
    at = end + 1;
    if (text[end] === mark) {
      if (record.length >= MOST_FIELDS) return undefined;
      continue;
    }
    if (end < text.length && text[end] !== '\n') return undefined;
    const first = records[records.length - (records.length % EXCEL_BLOCK)] ?? record;
    if (record.length !== first.length) return undefined;
    cells += record.length;
    if (cells > LIMITS.cells.limit) throw overLimit('cells');
    records.push(record);
    record = [];
    line++;
    lineStart = at;
  }
  const isSheet = records.length >= LEAST_RECORDS && records.some(({ length }) => length >= LEAST_FIELDS);
  return isSheet ? records : undefined;
};

/**
 * The blocks of a text that a spreadsheet program wrote, with commas (CSV) or tabs between its cells. Every cell of the
 * sheet is there, so its columns can be trusted; what was merged has its text in the first cell.
 *
 * @returns nothing where the text is none
 */
export const delimitedBlocks = (text: string): Block[] | undefined => {
  for (const mark of [',', '\t']) {
    // A form has merged cells, whose text stands in the first of several.
    const records = text.includes(mark + mark) ? recordsOf(text, mark) : undefined;
    if (!records) continue;
    const cells: SheetCell[] = [];
    records.forEach((record, row) => {
      record.forEach((field, column) => {
        if (field.text !== '') cells.push({ row, column, text: field.text, bordered: false });
      });
    });
    const place = (row: number, column: number): TextPlace => {
      // Behind the last mark of its record stands the blank of a column that others have.
      const { line, column: first } = records[row]![column] ?? records[row]!.at(-1)!;
      return { line, column: first };
    };
    const places = {
      cell: (_: number, row: number, column: number) => place(row, column),
      paragraph: place,
    };
    return sheetBlocks([{ cells, merges: [] }], places);
  }
  return undefined;
};
