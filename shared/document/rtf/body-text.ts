import { endsInHalf } from './code-pages.ts';
import type { Fonts } from './fonts.ts';

/** Puts a paragraph's text together from characters, and from bytes that only make characters together. */
export class BodyText {
  readonly #fonts: Fonts;
  #text = '';
  #bytes: number[] = [];
  #font = 0;

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  addByte(byte: number, font: number): void {
    if (this.#bytes.length > 0 && font !== this.#font) this.#decode();
    this.#font = font;
    this.#bytes.push(byte);
  }

  add(text: string): void {
    let rest = text;
    if (this.#bytes.length > 0) {
      // The second half of a character of two bytes may be written as the ASCII character of the same number.
      if (rest.charCodeAt(0) >= 0x40 && endsInHalf(this.#bytes, this.#fonts.encodingOf(this.#font))) {
        this.#bytes.push(rest.charCodeAt(0));
        rest = rest.slice(1);
      }
      this.#decode();
    }
    this.#text += rest;
  }

  /** What was put together so far; begins anew. */
  take(): string {
    if (this.#bytes.length > 0) this.#decode();
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #decode(): void {
    this.#text += this.#fonts.decode(this.#bytes, this.#font);
    this.#bytes = [];
  }
}
