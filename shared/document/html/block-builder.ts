import type { Block, Cell } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import { Grid, type Slot, toSpan } from './grid.ts';

/** A block without its place, which is only known once the order of all blocks is. */
type Piece = { readonly kind: 'paragraph'; readonly text: string; readonly heading: boolean } | TablePiece;

interface CellPiece {
  readonly slot: Slot;
  readonly pieces: readonly Piece[];
}

interface TablePiece {
  readonly kind: 'table';
  readonly cells: readonly CellPiece[];
}

/** What is being filled: the page, or one cell of one table. */
interface Scope {
  readonly pieces: Piece[];
  text: string;
}

interface OpenTable {
  readonly grid: Grid;
  readonly cells: CellPiece[];
  cell: (Scope & { slot: Slot }) | undefined;
}

const WHITE_SPACE = /[ \t\r\n\f\u00a0\u2002-\u200b\u3000\ufeff]+/g;

/** Text that needs no tidying: no white space and no line break at all. */
const PLAIN = /^[!-~\u2010-\u2027\u2030-\u2fff\u3001-\ufefe\uff01-\uffee]+$/;

/** Lines trimmed and white space within them folded; line breaks (U+2028, put there by `breakLine`) kept. */
const tidy = (text: string): string => {
  if (text === '' || PLAIN.test(text)) return text;
  return text
    .replace(WHITE_SPACE, ' ')
    .split('\u2028')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
};

const plainText = (pieces: readonly Piece[]): string => {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'paragraph') text = text === '' ? piece.text : `${text}\n${piece.text}`;
  }
  return text;
};

const holdsTable = (cell: CellPiece): boolean => {
  for (const piece of cell.pieces) if (piece.kind === 'table') return true;
  return false;
};

/**
 * Gathers what an HTML tokenizer meets into paragraphs and tables. A table that only lays out the page (a row of
 * it holds other tables) is opened up: such a row's content comes out in its order.
 */
export class BlockBuilder {
  readonly #page: Scope = { pieces: [], text: '' };
  readonly #tables: OpenTable[] = [];
  #slots = 0;
  #characters = 0;
  #lines = 0;

  get openTables(): number {
    return this.#tables.length;
  }

  get #scope(): Scope {
    return this.#tables.at(-1)?.cell ?? this.#outside(this.#tables.length - 1);
  }

  /** Text inside a table but in no cell belongs to what surrounds the table. */
  #outside(depth: number): Scope {
    for (let i = depth - 1; i >= 0; i--) {
      const cell = this.#tables[i]?.cell;
      if (cell) return cell;
    }
    return this.#page;
  }

  addText(text: string): void {
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters.limit) throw overLimit('characters');
    this.#scope.text += text;
  }

  breakLine(): void {
    this.#countLine();
    this.#scope.text += '\u2028';
  }

  /** `heading` tells that it is one of the first or second rank. */
  endParagraph(heading = false): void {
    const scope = this.#scope;
    const text = tidy(scope.text);
    scope.text = '';
    if (text === '') return;
    this.#countLine();
    scope.pieces.push({ kind: 'paragraph', text, heading });
  }

  #countLine(): void {
    if (++this.#lines > LIMITS.lines.limit) throw overLimit('lines');
  }

  openTable(): void {
    this.endParagraph();
    if (this.#tables.length >= LIMITS.nesting.limit) throw overLimit('nesting');
    this.#tables.push({ grid: new Grid(), cells: [], cell: undefined });
  }

  openRow(): void {
    this.#closeCell();
    this.#tables.at(-1)?.grid.nextRow();
  }

  openCell(rowSpan: string | undefined, columnSpan: string | undefined): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (!table) return;
    const slot = table.grid.place(toSpan(rowSpan), toSpan(columnSpan));
    // Columns that a cell spans count too: a forged span must not make a grid of millions.
    this.#slots += slot.columnSpan;
    if (this.#slots > LIMITS.cells.limit) throw overLimit('cells');
    table.cell = { pieces: [], text: '', slot };
  }

  closeCell(): void {
    this.#closeCell();
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    this.endParagraph();
    table.cells.push({ slot: table.cell.slot, pieces: table.cell.pieces });
    table.cell = undefined;
  }

  closeTable(): void {
    this.#closeCell();
    const table = this.#tables.pop();
    if (!table) return;
    this.#scope.pieces.push(...openUp(table.cells));
  }

  /** The finished blocks with their places. */
  finish(): Block[] {
    while (this.#tables.length > 0) this.closeTable();
    this.endParagraph();
    let paragraph = 0;
    let tableNumber = 0;
    return this.#page.pieces.map((piece): Block => {
      if (piece.kind === 'paragraph') {
        const at = { paragraph: ++paragraph };
        return { kind: 'paragraph', text: piece.text, at, ...(piece.heading && { heading: true }) };
      }
      const table = ++tableNumber;
      const cells = piece.cells.map(
        ({ pieces, slot }): Cell => ({
          text: plainText(pieces),
          at: { table, row: slot.row + 1, column: slot.column + 1 },
          row: slot.row,
          column: slot.column,
          rowSpan: slot.rowSpan,
          columnSpan: slot.columnSpan,
        }),
      );
      return { kind: 'table', cells, rows: 'exact', columns: 'exact' };
    });
  }
}

/** Rows that hold tables come apart into their content; runs of other rows stay tables. */
const openUp = (cells: readonly CellPiece[]): Piece[] => {
  if (cells.length === 0) return [];
  const layoutRows = new Set(cells.filter(holdsTable).map((cell) => cell.slot.row));
  if (layoutRows.size === 0) return [{ kind: 'table', cells }];
  const pieces: Piece[] = [];
  let run: CellPiece[] = [];
  const flush = () => {
    if (run.length > 0) pieces.push({ kind: 'table', cells: run });
    run = [];
  };
  for (const cell of cells) {
    if (layoutRows.has(cell.slot.row)) {
      flush();
      pieces.push(...cell.pieces);
    } else run.push(cell);
  }
  flush();
  return pieces;
};
