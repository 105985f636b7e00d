import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import type { Flow, FlowBlock } from './flow.ts';
import { GridBuilder, type Joining } from './grid-builder.ts';

interface Scope {
  readonly blocks: FlowBlock[];
  /** What stands in boxes anchored in the running paragraph, and follows it. */
  readonly asides: FlowBlock[];
  text: string;
}

const newScope = (): Scope => ({ blocks: [], asides: [], text: '' });

/**
 * Collects paragraphs, tables and boxes of text as a word processor's file tells them, one inside the other,
 * and keeps the limits on characters and cells. Text of a paragraph is trimmed; an empty paragraph is left out.
 */
export class FlowBuilder {
  #scope = newScope();
  readonly #outer: Scope[] = [];
  readonly #grids: GridBuilder[] = [];
  #characters = 0;
  #cells = 0;
  #lines = 0;

  get grid(): GridBuilder | undefined {
    return this.#grids.at(-1);
  }

  text(text: string): void {
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters.limit) throw overLimit('characters');
    this.#scope.text += text;
  }

  /** Ends a paragraph; `number` is what automatic numbering prints before its text. */
  endParagraph(number = ''): void {
    const scope = this.#scope;
    const text = scope.text.trim();
    scope.text = '';
    if (text !== '') {
      this.#countLines(1);
      scope.blocks.push(number + text);
    }
    for (const aside of scope.asides.splice(0)) scope.blocks.push(aside);
  }

  beginTable(): void {
    if (this.#scope.text.trim() !== '') this.endParagraph();
    this.#grids.push(new GridBuilder());
  }

  endTable(): void {
    const grid = this.#grids.pop();
    if (grid) this.#scope.blocks.push(grid.finish());
  }

  beginCell(): void {
    this.#countCells(1);
    this.#enter();
  }

  /** Ends a cell that stands in the row `repeated` times, side by side. */
  endCell(joining: Joining, repeated = 1): void {
    const content = this.#leave();
    this.#countCells(repeated - 1);
    for (let n = 0; n < repeated; n++) this.grid?.add(content, joining);
  }

  /** Ends a row that stands in the table `repeated` times, one below the other. */
  endRow(repeated = 1): void {
    const { grid } = this;
    if (!grid) return;
    grid.endRow();
    const cells = grid.cellsInRow;
    this.#countLines(repeated);
    this.#countCells((repeated - 1) * Math.max(1, cells));
    for (let n = 1; n < repeated; n++) grid.repeatRow(cells);
  }

  beginAside(): void {
    this.#enter();
  }

  endAside(): void {
    const content = this.#leave();
    for (const block of content) this.#scope.asides.push(block);
  }

  finish(): Flow {
    this.endParagraph();
    return this.#scope.blocks;
  }

  #countCells(more: number): void {
    this.#cells += more;
    if (this.#cells > LIMITS.cells.limit) throw overLimit('cells');
  }

  #countLines(more: number): void {
    this.#lines += more;
    if (this.#lines > LIMITS.lines.limit) throw overLimit('lines');
  }

  #enter(): void {
    this.#outer.push(this.#scope);
    this.#scope = newScope();
  }

  #leave(): Flow {
    const { blocks } = this.#scope;
    this.endParagraph();
    this.#scope = this.#outer.pop() ?? this.#scope;
    return blocks;
  }
}
