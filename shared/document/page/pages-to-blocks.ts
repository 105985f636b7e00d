import type { Block, Cell, Paragraph, Table } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import { alignedBlocks } from './aligned-blocks.ts';
import { type FlowItem, type FlowLine, flowOf } from './flow.ts';
import { joinTables } from './join-tables.ts';
import type { Page } from './page.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { paragraphMaker } from './paragraphs.ts';
import { withoutRunningLines } from './running-lines.ts';
import { joinWrapped } from './text-lines.ts';

const round = (x: number): number => Math.round(x * 100) / 100;

const cellOf = ({ text, page, box, row, rowTo, column, columnTo }: PageCell): Cell => ({
  text,
  at: { page, box: [round(box[0]), round(box[1]), round(box[2]), round(box[3])] },
  row,
  column,
  ...(rowTo - row > 1 ? { rowSpan: rowTo - row } : {}),
  ...(columnTo - column > 1 ? { columnSpan: columnTo - column } : {}),
});

const tableOf = (table: PageTable): Table => {
  const trust = table.regular ? 'exact' : 'ragged';
  return { kind: 'table', cells: table.cells.map(cellOf), rows: trust, columns: trust };
};

/** A paragraph stands where its lines on the first page stand. */
const paragraphOf = (lines: readonly FlowLine[]): Paragraph => {
  const page = lines[0]?.page ?? 1;
  const own = lines.filter((line) => line.page === page);
  return {
    kind: 'paragraph',
    text: lines.map(({ text }) => text).reduce(joinWrapped),
    at: {
      page,
      box: [
        round(Math.min(...own.map(({ left }) => left))),
        round(Math.min(...own.map(({ top }) => top))),
        round(Math.max(...own.map(({ right }) => right))),
        round(Math.max(...own.map(({ bottom }) => bottom))),
      ],
    },
  };
};

/** Tables whose parts follow each other over a page break with nothing in between become one. */
const withTablesJoined = (items: readonly FlowItem[]): FlowItem[] => {
  const joined: FlowItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === 'ruled' && last?.kind === 'ruled' && item.page === last.page + 1) {
      const table = joinTables(last.table, item.table);
      if (table) {
        joined[joined.length - 1] = { ...last, page: item.page, table };
        continue;
      }
    }
    joined.push(item);
  }
  return joined;
};

/**
 * What is printed on pages as paragraphs and tables in reading order: ruling lines become cells, wrapped lines
 * whole paragraphs, tables and paragraphs go on over page breaks, and page numbers and running lines are left
 * out. Throws `Unreadable` when a limit is passed.
 */
export const pagesToBlocks = (pages: readonly Page[]): Block[] => {
  const flows = withoutRunningLines(
    pages.map((page, i) => flowOf(page, i + 1)),
    pages.map(({ height }) => height),
  );
  const items = withTablesJoined(flows.flat());
  const toParagraphs = paragraphMaker(items.filter((item): item is FlowLine => item.kind === 'line'));
  const blocks: Block[] = [];
  let lines: FlowLine[] = [];
  let cells = 0;
  for (const item of items) {
    if (item.kind === 'line') {
      lines.push(item);
      continue;
    }
    blocks.push(...alignedBlocks(lines, toParagraphs, paragraphOf), tableOf(item.table));
    lines = [];
    cells += item.table.cells.length;
    if (cells > LIMITS.cells.limit) throw overLimit('cells');
  }
  blocks.push(...alignedBlocks(lines, toParagraphs, paragraphOf));
  return blocks;
};
