/**
 * Follows field codes (ISO/IEC 29500-1, 17.16.18): between `begin` and `separate` stands an instruction, between
 * `separate` and `end` the result that is printed. Fields stand inside each other.
 */
export class Fields {
  readonly #open: ('instruction' | 'result')[] = [];
  #withheld = false;

  /** Whether text was held back for a field that never came to its end. */
  get unfinished(): boolean {
    return this.#withheld && this.inInstruction;
  }

  /** Whether what comes now is an instruction, which is not printed. */
  get inInstruction(): boolean {
    return this.#open.includes('instruction');
  }

  /** Notes that text stands in an instruction. */
  withhold(): void {
    this.#withheld = true;
  }

  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push('instruction');
    else if (type === 'separate' && this.#open.length > 0) this.#open[this.#open.length - 1] = 'result';
    else if (type === 'end') this.#open.pop();
    if (!this.inInstruction) this.#withheld = false;
  }
}
