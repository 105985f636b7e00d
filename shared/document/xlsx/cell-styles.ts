import { builtInFormat } from '../sheet/print-number.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';

/** What of a cell's style matters: how a number prints, and whether the cell has lines. */
export interface CellStyle {
  readonly format: string;
  readonly bordered: boolean;
}

const SIDES = new Set(['x:left', 'x:right', 'x:top', 'x:bottom', 'x:start', 'x:end']);

/** The cell styles of a workbook in the order that cells refer to (ISO/IEC 29500-1, 18.8.10). */
export const readCellStyles = (xml: string): readonly CellStyle[] => {
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  const styles: CellStyle[] = [];
  let inCellStyles = false;
  let inBorders = false;
  scanXml(xml, SHEET_NAMESPACES, {
    open(name, attributes) {
      if (name === 'x:numFmt') {
        formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (name === 'x:borders') inBorders = true;
      else if (name === 'x:border' && inBorders) borders.push(false);
      else if (SIDES.has(name) && inBorders) {
        const line = attributes.get('style') ?? 'none';
        if (line !== 'none') borders[borders.length - 1] = true;
      } else if (name === 'x:cellXfs') inCellStyles = true;
      else if (name === 'x:xf' && inCellStyles) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        const bordered = borders[Number(attributes.get('borderId') ?? 0)] ?? false;
        styles.push({ format: formats.get(id) ?? builtInFormat(id), bordered });
      }
    },
    close(name) {
      if (name === 'x:borders') inBorders = false;
      if (name === 'x:cellXfs') inCellStyles = false;
    },
    text() {},
  });
  return styles;
};
