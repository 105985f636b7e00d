import { LIMITS } from '../limits.ts';
import type { TextMark } from '../marked-text.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { type FontRun, markedRuns } from './fonts.ts';
import type { BiffRecord } from './records.ts';

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

const cut = () => damaged('XLS 文字不完整', 'a text of the XLS workbook is incomplete');

const utf16 = new TextDecoder('utf-16le');
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Reads texts from a record and the records that continue it ([MS-XLS] 2.5.293, 2.5.294). */
export class UnicodeStrings {
  readonly #pieces: readonly Uint8Array[];
  #piece = 0;
  #at: number;
  #characters = 0;

  /** `at` is where the first text, or what stands before it, begins. */
  constructor(record: BiffRecord, at: number) {
    this.#pieces = [record.data, ...record.continued];
    this.#at = at;
  }

  /** A text with its count before it; `marks` are those of the workbook's fonts. */
  next(marks: readonly (TextMark | undefined)[] = []): string {
    const count = this.#number(2);
    let flags = this.#number(1);
    const runs = flags & RICH ? this.#number(2) : 0;
    const extension = flags & EXTENDED ? this.#number(4) : 0;
    this.#characters += count;
    if (this.#characters > LIMITS.characters.limit) throw overLimit('characters');

    let text = '';
    let left = count;
    while (left > 0) {
      if (this.#rest() === 0) {
        // A text that goes on in the next record says there again how wide its characters are.
        this.#nextPiece();
        flags = this.#number(1);
      }
      const width = flags & WIDE ? 2 : 1;
      const here = Math.min(left, Math.floor(this.#rest() / width));
      if (here === 0) throw cut();
      const bytes = this.#pieces[this.#piece]!.subarray(this.#at, this.#at + here * width);
      text += width === 2 ? utf16.decode(bytes) : latin1(bytes);
      this.#at += here * width;
      left -= here;
    }
    const marked = runs === 0 ? text : markedRuns(text, this.#runs(runs), marks);
    this.#skip(extension);
    return marked;
  }

  #runs(count: number): FontRun[] {
    return Array.from({ length: count }, () => ({ from: this.#number(2), font: this.#number(2) }));
  }

  #rest(): number {
    return this.#pieces[this.#piece]!.length - this.#at;
  }

  #nextPiece(): void {
    if (this.#piece + 1 >= this.#pieces.length) throw cut();
    this.#piece++;
    this.#at = 0;
  }

  #number(bytes: 1 | 2 | 4): number {
    if (this.#rest() === 0) this.#nextPiece();
    if (this.#rest() < bytes) throw cut();
    let value = 0;
    for (let i = 0; i < bytes; i++) value += this.#pieces[this.#piece]![this.#at + i]! * 256 ** i;
    this.#at += bytes;
    return value;
  }

  #skip(bytes: number): void {
    let left = bytes;
    while (left > this.#rest()) {
      left -= this.#rest();
      this.#nextPiece();
    }
    this.#at += left;
  }
}
