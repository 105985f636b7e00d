import { LIMITS } from '../limits.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import { printNumber } from '../sheet/print-number.ts';
import type { Merge, Sheet, SheetCell } from '../sheet/sheet.ts';
import { damaged, overLimit } from '../unreadable.ts';
import type { Attributes } from '../xml/attributes.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { parseReference } from './cell-reference.ts';
import type { CellStyle } from './cell-styles.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';
import { runMark } from './run-mark.ts';
import { withEscapes } from './shared-strings.ts';

/** What the cells of all sheets refer to. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly since1904: boolean;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: CellStyle | undefined;
  value: string;
  formula: string | undefined;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const textOf = (cell: OpenCell, workbook: Workbook): string => {
  // A formula that no program has worked out yet has no value to print; its text is no number either.
  if (cell.value === '') return cell.formula === undefined ? '' : `=${cell.formula}`;
  switch (cell.type) {
    case 's': {
      const text = workbook.strings[Number(cell.value)];
      if (text === undefined)
        throw damaged('表格引用的文字不存在', 'a cell refers to a text that is not there');
      return text;
    }
    case 'str':
    case 'inlineStr':
      return withEscapes(cell.value);
    case 'b':
      return isTrue(cell.value) ? 'TRUE' : 'FALSE';
    case 'n': {
      const value = Number(cell.value);
      return Number.isFinite(value)
        ? printNumber(value, cell.style?.format ?? 'General', workbook.since1904)
        : cell.value;
    }
    default:
      return cell.value;
  }
};

/** Reads one worksheet part (ISO/IEC 29500-1, 18.3); hidden rows and columns are left out, as in print. */
export const readSheet = (xml: string, workbook: Workbook): Sheet => {
  const cells: SheetCell[] = [];
  const merges: Merge[] = [];
  const hiddenColumns: [from: number, to: number][] = [];
  let row = -1;
  let column = -1;
  let rowHidden = false;
  let cell: OpenCell | undefined;
  let collect: 'value' | 'formula' | undefined;
  let phonetic = 0;
  let mark: TextMark | undefined;
  let characters = 0;

  const isHidden = (at: number): boolean => hiddenColumns.some(([from, to]) => at >= from && at <= to);

  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'x:col': (attributes) => {
      if (!isTrue(attributes.get('hidden'))) return;
      hiddenColumns.push([Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]);
    },
    'x:row': (attributes) => {
      row = Number(attributes.get('r') ?? row + 2) - 1;
      if (!(Number.isInteger(row) && row >= 0)) throw damaged('行号有错', 'the number of a row is wrong');
      column = -1;
      rowHidden = isTrue(attributes.get('hidden'));
    },
    'x:c': (attributes) => {
      const reference = attributes.get('r');
      const place = reference === undefined ? { row, column: column + 1 } : parseReference(reference);
      if (!place) throw damaged('单元格地址有错', 'the address of a cell is wrong');
      row = place.row;
      column = place.column;
      const style = workbook.styles[Number(attributes.get('s') ?? 0)];
      cell = { row, column, type: attributes.get('t') ?? 'n', style, value: '', formula: undefined };
    },
    'x:v': () => {
      collect = 'value';
    },
    'x:t': () => {
      collect = phonetic === 0 ? 'value' : undefined;
    },
    'x:f': () => {
      collect = 'formula';
      if (cell) cell.formula = '';
    },
    'x:rPh': () => {
      phonetic++;
    },
    'x:mergeCell': (attributes) => {
      const [from = '', to = from] = (attributes.get('ref') ?? '').split(':');
      const first = parseReference(from);
      const last = parseReference(to);
      if (!first || !last) throw damaged('合并单元格地址有错', 'the address of a merged cell is wrong');
      if (merges.length >= LIMITS.cells.limit) throw overLimit('cells');
      merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
    },
  };

  const endCell = (): void => {
    if (!cell) return;
    const printed = textOf(cell, workbook);
    const text = (printed.includes('\r\n') ? printed.replaceAll('\r\n', '\n') : printed).trim();
    const bordered = cell.style?.bordered ?? false;
    characters += text.length;
    if (characters > LIMITS.characters.limit) throw overLimit('characters');
    const shown = !rowHidden && !isHidden(cell.column);
    if (shown && (text !== '' || bordered)) {
      if (cells.length >= LIMITS.cells.limit) throw overLimit('cells');
      cells.push({ row: cell.row, column: cell.column, text, bordered });
    }
    cell = undefined;
  };

  // A name read from the file is looked up more quickly in a map.
  const actions = new Map(Object.entries(opening));
  scanXml(xml, SHEET_NAMESPACES, {
    open: (name, attributes) => {
      mark = runMark(name, attributes, mark);
      actions.get(name)?.(attributes);
    },
    close: (name) => {
      if (name === 'x:c') endCell();
      if (name === 'x:rPh') phonetic--;
      collect = undefined;
    },
    text: (text) => {
      if (!cell || !collect) return;
      if (collect === 'value') cell.value += markedText(text, mark);
      else cell.formula += text;
    },
  });
  return { cells, merges };
};
