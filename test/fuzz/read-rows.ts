import type { Block, Cell } from '../../shared/document/document.ts';
import type { ReadRow } from './examined.ts';

const rowOf = (cells: readonly Cell[], kind: string): ReadRow => ({
  text: `${kind}\u001e${cells.map(({ text, column, columnSpan }) => `${column}+${columnSpan ?? 1} ${text}`).join('\u001f')}`,
  texts: cells.map(({ text }) => text),
  places: cells.map(({ at }) => at),
});

const blockRows = (block: Block): ReadRow[] => {
  if (block.kind === 'paragraph') return [{ text: block.text, texts: [block.text], places: [block.at] }];
  const kind = `${block.rows} ${block.columns}`;
  if (block.rows === 'none') return block.cells.map((cell) => rowOf([cell], kind));
  const byRow = new Map<number, Cell[]>();
  for (const cell of block.cells) {
    const row = byRow.get(cell.row ?? 0);
    if (row) row.push(cell);
    else byRow.set(cell.row ?? 0, [cell]);
  }
  return [...byRow.values()].map((cells) => rowOf(cells, kind));
};

/** The rows and paragraphs of a document in reading order. */
export const readRows = (blocks: readonly Block[]): ReadRow[] => blocks.flatMap(blockRows);
