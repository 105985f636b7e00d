import type { Flow, FlowBlock, Grid, GridCell } from '../flow/flow.ts';
import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { type BorderedRow, type PlacedCell, placeCells } from './place-cells.ts';
import type { RowShape } from './row-shape.ts';

type Content = FlowBlock[];

interface OpenTable {
  readonly rows: BorderedRow<Content>[];
  cells: Content[];
  /** What was read of the cell that is not closed yet. */
  content: Content;
}

/**
 * Collects what DOC and RTF state, paragraph by paragraph with its table depth: 0 is the page, 1 a table, 2 a table
 * in a cell of it. Text of a paragraph is trimmed; an empty paragraph is left out. A cell's content is ended by its
 * mark and a row's cells by the row's, so that a table ends where the depth falls.
 */
export class BorderedFlow {
  readonly #page: Content = [];
  readonly #tables: OpenTable[] = [];
  #cells = 0;
  #lines = 0;
  #characters = 0;

  /** A paragraph at a depth; in a table it belongs to the cell that is being read. */
  addParagraph(depth: number, text: string, number = ''): void {
    const content = this.#contentAt(depth);
    const trimmed = text.trim();
    if (trimmed === '') return;
    this.#countLine();
    this.#characters += number.length + trimmed.length;
    if (this.#characters > LIMITS.characters.limit) throw overLimit('characters');
    content.push(number + trimmed);
  }

  /** Takes over finished content, such as that of a text box, where it stands. */
  addContent(depth: number, content: Flow): void {
    const place = this.#contentAt(depth);
    for (const block of content) place.push(block);
  }

  /** Ends the cell that is being read at a depth of 1 or more. */
  endCell(depth: number): void {
    const content = this.#contentAt(depth);
    if (++this.#cells > LIMITS.cells.limit) throw overLimit('cells');
    const table = this.#tables[depth - 1]!;
    table.cells.push(content);
    table.content = [];
  }

  /** Ends the row that is being read; `dropped` when a revision deleted it. */
  endRow(depth: number, shape: RowShape | undefined, dropped = false): void {
    this.#contentAt(depth);
    const table = this.#tables[depth - 1]!;
    if (table.content.length > 0) this.endCell(depth);
    this.#countLine();
    if (!dropped && table.cells.length > 0) table.rows.push({ shape, cells: table.cells });
    table.cells = [];
  }

  /** Everything that was collected. Throws `Unreadable` (damaged) where a row was begun and never ended. */
  finish(): Flow {
    this.#contentAt(0);
    return this.#page;
  }

  #countLine(): void {
    if (++this.#lines > LIMITS.lines.limit) throw overLimit('lines');
  }

  #contentAt(depth: number): Content {
    if (depth > LIMITS.nesting.limit) throw overLimit('nesting');
    while (this.#tables.length > depth) this.#closeTable();
    while (this.#tables.length < depth) this.#tables.push({ rows: [], cells: [], content: [] });
    return this.#tables.at(-1)?.content ?? this.#page;
  }

  #closeTable(): void {
    const table = this.#tables.pop()!;
    if (table.cells.length > 0 || table.content.length > 0) {
      throw damaged('表格的一行没有结束', 'a table row does not end');
    }
    if (table.rows.length > 0) (this.#tables.at(-1)?.content ?? this.#page).push(toGrid(table.rows));
  }
}

const toGridCell = ({ row, column, rowSpan, columnSpan, content }: PlacedCell<Content>): GridCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  content: content.length === 1 ? content[0]! : content.flat(),
});

/** Where the borders do not fit the cells, only the order of a row's cells is known. */
const toGrid = (rows: readonly BorderedRow<Content>[]): Grid => {
  const placed = placeCells(rows);
  if (placed) return { cells: placed.map(toGridCell), even: true };
  const cells = rows.flatMap((row, index) =>
    row.cells.map((content, column) => ({ row: index, column, rowSpan: 1, columnSpan: 1, content })),
  );
  return { cells, even: false };
};
