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
    if (text !== '') scope.blocks.push(number + text);
    if (scope.asides.length > 0) scope.blocks.push(...scope.asides.splice(0));
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
    if (++this.#cells > LIMITS.cells.limit) throw overLimit('cells');
    this.#enter();
  }

  endCell(joining: Joining): void {
    this.grid?.add(this.#leave(), joining);
  }

  /** Ends a cell that is not part of the accepted text. */
  dropCell(): void {
    this.#leave();
  }

  beginAside(): void {
    this.#enter();
  }

  endAside(): void {
    const content = this.#leave();
    this.#scope.asides.push(...content);
  }

  finish(): Flow {
    this.endParagraph();
    return this.#scope.blocks;
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
