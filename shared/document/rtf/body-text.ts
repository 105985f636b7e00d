import type { Fonts } from './fonts.ts';

const NONE = -1;

/** Puts a paragraph's text together from characters, and from bytes that may make characters in pairs. */
export class BodyText {
  readonly #fonts: Fonts;
  #text = '';
  /** The first half of a character, and the font it is written in. */
  #lead = NONE;
  #font = 0;

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  addByte(byte: number, font: number): void {
    if (this.#lead !== NONE && font === this.#font) this.#endPair(byte);
    else {
      this.#endLead();
      if (this.#fonts.isLead(byte, font)) {
        this.#lead = byte;
        this.#font = font;
      } else this.#text += this.#fonts.single(byte, font);
    }
  }

  add(text: string): void {
    if (this.#lead === NONE) {
      this.#text += text;
      return;
    }
    // The second half may be written as the ASCII character of the same number.
    const trail = text.charCodeAt(0);
    if (trail >= 0x40 && trail < 0x7f) {
      this.#endPair(trail);
      this.#text += text.slice(1);
    } else {
      this.#endLead();
      this.#text += text;
    }
  }

  /** What was put together so far; begins anew. */
  take(): string {
    this.#endLead();
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #endPair(trail: number): void {
    this.#text += this.#fonts.pair(this.#lead, trail, this.#font);
    this.#lead = NONE;
  }

  #endLead(): void {
    if (this.#lead === NONE) return;
    this.#text += this.#fonts.single(this.#lead, this.#font);
    this.#lead = NONE;
  }
}
