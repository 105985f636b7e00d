const BEGIN = 0x13;
const SEPARATOR = 0x14;
const END = 0x15;

/** Follows fields, which may stand in each other: their instruction is left out, their result is text. */
export class FieldResults {
  /** For every open field whether its instruction is still being read. */
  readonly #fields: boolean[] = [];
  #instructions = 0;

  get inInstruction(): boolean {
    return this.#instructions > 0;
  }

  get open(): boolean {
    return this.#fields.length > 0;
  }

  /** Takes a character that begins, divides or ends a field; false for every other. */
  take(code: number): boolean {
    if (code === BEGIN) {
      this.#fields.push(true);
      this.#instructions++;
    } else if (code === SEPARATOR) {
      this.#endInstruction();
    } else if (code === END) {
      this.#endInstruction();
      this.#fields.pop();
    } else return false;
    return true;
  }

  #endInstruction(): void {
    if (this.#fields.at(-1) !== true) return;
    this.#fields[this.#fields.length - 1] = false;
    this.#instructions--;
  }
}
