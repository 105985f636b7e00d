/** The UTF-16 code unit of a character. */
export const unitOf = (character: string): number => character.charCodeAt(0);

export const unitsOf = (characters: string): ReadonlySet<number> => new Set([...characters].map(unitOf));

/** Code units of one text after the other, kept from text to text and made larger when one is. */
export class UnitBuffer {
  units: Uint16Array;
  #bytes: Buffer;

  constructor(length: number) {
    this.units = new Uint16Array(length);
    this.#bytes = Buffer.from(this.units.buffer);
  }

  /** Makes room for so many; what stood there may be gone. */
  reserve(length: number): Uint16Array {
    if (this.units.length < length) {
      this.units = new Uint16Array(length * 2);
      this.#bytes = Buffer.from(this.units.buffer);
    }
    return this.units;
  }

  /**
   * The units of a text, valid until the next one. Copied at once: each look into a text that is part of a longer one
   * takes as long as reading a unit.
   */
  read(text: string): Uint16Array {
    const units = this.reserve(text.length);
    this.#bytes.write(text, 'utf16le');
    return units;
  }

  /** What stands between two places, as text. */
  textBetween(from: number, to: number): string {
    return this.#bytes.toString('utf16le', from * 2, to * 2);
  }
}
