import type { Block, Cell, Paragraph, Table } from '../document.ts';
import type { Flow, FlowBlock, Grid } from './flow.ts';

const isGrid = (block: FlowBlock): block is Grid => typeof block !== 'string';

/** Hardly any cell holds a table: most are passed by without a copy. */
const NO_GRIDS: readonly Grid[] = [];
const gridsIn = (content: Flow): readonly Grid[] =>
  content.some(isGrid) ? content.filter(isGrid) : NO_GRIDS;

const cellCount = (grid: Grid): number =>
  grid.cells.reduce((sum, { content }) => sum + 1 + innerCount(content), 0);

const innerCount = (content: Flow): number =>
  gridsIn(content).reduce((sum, grid) => sum + cellCount(grid), 0);

/** A table that only arranges: a box around text, or cells around tables that are larger than itself. */
const isLayout = (grid: Grid): boolean => {
  if (grid.cells.length <= 1) return true;
  const inner = grid.cells.reduce((sum, { content }) => sum + innerCount(content), 0);
  return inner > grid.cells.length;
};

const textOf = (content: Flow): string => content.filter((block) => !isGrid(block)).join('\n');

/** Text boxes around a cell's words are part of its text. */
const unboxed = (content: Flow): Flow =>
  content.some(isGrid)
    ? content.flatMap((block) =>
        isGrid(block) && block.cells.length <= 1
          ? unboxed(block.cells.flatMap((cell) => cell.content))
          : [block],
      )
    : content;

/**
 * Turns a flow into the document's blocks, with their places counted from 1. A table that only arranges gives
 * way to what is in its cells; any other table inside a cell follows the table that holds it.
 */
export const toBlocks = (flow: Flow): Block[] => {
  const blocks: Block[] = [];
  let tables = 0;
  let paragraphs = 0;

  const paragraph = (text: string): Paragraph => ({
    kind: 'paragraph',
    text,
    at: { paragraph: ++paragraphs },
  });

  const table = (grid: Grid): void => {
    const number = ++tables;
    const inner: Grid[] = [];
    const cells = grid.cells.map(({ row, column, rowSpan, columnSpan, content }): Cell => {
      const blocksOfCell = unboxed(content);
      for (const grid of gridsIn(blocksOfCell)) inner.push(grid);
      const at = { table: number, row: row + 1, column: column + 1 };
      return { text: textOf(blocksOfCell), at, row, column, rowSpan, columnSpan };
    });
    const made: Table = { kind: 'table', cells, rows: 'exact', columns: grid.even ? 'exact' : 'ragged' };
    blocks.push(made);
    for (const grid of inner) place([grid]);
  };

  const place = (content: Flow): void => {
    for (const block of content) {
      if (typeof block === 'string') blocks.push(paragraph(block));
      else if (isLayout(block)) for (const cell of block.cells) place(cell.content);
      else table(block);
    }
  };

  place(flow);
  return blocks;
};
