import type { Block, Cell } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { type BorderedRow, placeCells } from './place-cells.ts';
import type { RowShape } from './row-shape.ts';
import { tidy } from './tidy.ts';

/** A block without its place, which is only known once the order of all blocks is. */
type Piece = string | TablePiece;

/** What stands in one cell or in the document: paragraphs and tables in order. */
type Content = Piece[];

interface TablePiece {
  readonly rows: readonly BorderedRow<Content>[];
}

interface OpenTable {
  readonly rows: BorderedRow<Content>[];
  cells: Content[];
  /** What was read of the cell that is not closed yet. */
  content: Content;
}

/**
 * Gathers what the Word formats state, paragraph by paragraph with its table depth, into paragraphs and tables.
 * Depth 0 is the page, 1 a table, 2 a table in a cell of it. A table that only lays out the page (a row of it holds
 * other tables) is opened up: such a row's content comes out in its order.
 */
export class BlockBuilder {
  readonly #page: Content = [];
  readonly #tables: OpenTable[] = [];
  #cells = 0;

  /** A paragraph at a depth; in a table it belongs to the cell that is being read. */
  addParagraph(depth: number, text: string): void {
    const content = this.#contentAt(depth);
    const tidied = tidy(text);
    if (tidied !== '') content.push(tidied);
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
    if (!dropped && table.cells.length > 0) table.rows.push({ shape, cells: table.cells });
    table.cells = [];
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
    if (table.rows.length === 0) return;
    const outside = this.#tables.at(-1)?.content ?? this.#page;
    for (const piece of openUp(table.rows)) outside.push(piece);
  }

  /** The finished blocks with their places. Throws `Unreadable` where a row was begun and never ended. */
  finish(): Block[] {
    this.#contentAt(0);
    let paragraph = 0;
    let table = 0;
    return this.#page.map((piece): Block => {
      if (typeof piece === 'string') return { kind: 'paragraph', text: piece, at: { paragraph: ++paragraph } };
      return toTable(piece.rows, ++table);
    });
  }
}

const isTable = (piece: Piece): piece is TablePiece => typeof piece !== 'string';

/** Rows that hold tables come apart into their content; runs of other rows stay tables. */
const openUp = (rows: readonly BorderedRow<Content>[]): Piece[] => {
  const pieces: Piece[] = [];
  let run: BorderedRow<Content>[] = [];
  const flush = () => {
    if (run.length > 0) pieces.push({ rows: run });
    run = [];
  };
  for (const row of rows) {
    if (row.cells.some((content) => content.some(isTable))) {
      flush();
      for (const content of row.cells) for (const piece of content) pieces.push(piece);
    } else run.push(row);
  }
  flush();
  return pieces;
};

const plainText = (content: Content): string => content.filter((piece) => !isTable(piece)).join('\n');

const toTable = (rows: readonly BorderedRow<Content>[], table: number): Block => {
  const placed = placeCells(rows);
  if (placed) {
    const cells = placed.map(
      ({ row, column, rowSpan, columnSpan, content }): Cell => ({
        text: content.map(plainText).filter((text) => text !== '').join('\n'),
        at: { table, row: row + 1, column: column + 1 },
        row,
        column,
        rowSpan,
        columnSpan,
      }),
    );
    return { kind: 'table', cells, rows: 'exact', columns: 'exact' };
  }
  const cells = rows.flatMap(({ cells }, row) =>
    cells.map((content, i): Cell => ({ text: plainText(content), at: { table, row: row + 1, column: i + 1 }, row })),
  );
  return { kind: 'table', cells, rows: 'exact', columns: 'ragged' };
};
