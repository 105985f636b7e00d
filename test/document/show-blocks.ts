import type { Block, Cell } from '../../shared/document/document.ts';
import type { ReadResult } from '../../shared/document/reader.ts';

const span = ({ rowSpan = 1, columnSpan = 1 }: Cell): string =>
  rowSpan * columnSpan === 1 ? '' : ` ${rowSpan}x${columnSpan}`;

const lines = (block: Block): string[] =>
  block.kind === 'paragraph'
    ? [block.text]
    : block.cells.map((cell) => `${cell.row},${cell.column}${span(cell)} ${cell.text}`);

/** What was read, a line for a paragraph or a cell (`row,column rowspanxcolumnspan text`); or the reason why not. */
export const shown = (result: ReadResult): string[] =>
  result.ok ? result.document.blocks.flatMap(lines) : [`rejected: ${result.rejection.reason}`];
