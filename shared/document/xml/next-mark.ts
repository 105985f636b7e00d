/**
 * Where a mark comes next in a text that is read from its beginning to its end: no stretch of it is searched
 * twice, however often one asks.
 */
export class NextMark {
  readonly #text: string;
  readonly #mark: string;
  #at = -1;

  constructor(text: string, mark: string) {
    this.#text = text;
    this.#mark = mark;
  }

  /** Its place at or behind `from`, which is never less than before; the text's length where it comes no more. */
  from(from: number): number {
    if (this.#at < from) {
      const found = this.#text.indexOf(this.#mark, from);
      this.#at = found < 0 ? this.#text.length : found;
    }
    return this.#at;
  }
}
