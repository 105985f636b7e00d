import {
  decodeBytes,
  encodingOfCharacterSet,
  encodingOfCodePage,
  isDoubleByte,
  SYMBOL_SET,
} from './code-pages.ts';

interface Font {
  encoding?: string;
  symbols?: boolean;
}

const LATIN = 'windows-1252';

/** The document's code page and its font table, which say what a byte of text means. */
export class Fonts {
  readonly #fonts = new Map<number, Font>();
  #open: Font = {};
  /** Of the document, as its head names it. */
  encoding: string = LATIN;
  defaultFont = 0;

  setCodePage(page: number): void {
    this.encoding = encodingOfCodePage(page) ?? this.encoding;
  }

  /** Begins the entry of a font in the font table. */
  beginFont(number: number): void {
    this.#open = {};
    this.#fonts.set(number, this.#open);
  }

  setCharacterSet(set: number): void {
    const encoding = encodingOfCharacterSet(set);
    if (encoding !== undefined) this.#open.encoding = encoding;
    this.#open.symbols = set === SYMBOL_SET;
  }

  setFontCodePage(page: number): void {
    const encoding = encodingOfCodePage(page);
    if (encoding !== undefined) this.#open.encoding = encoding;
  }

  encodingOf(font: number): string {
    return this.#fonts.get(font)?.encoding ?? this.encoding;
  }

  /** Bytes written in a font, as text. Characters of symbol fonts come out in the private use area, as in Word. */
  decode(bytes: readonly number[], font: number): string {
    if (this.#fonts.get(font)?.symbols)
      return bytes.map((byte) => String.fromCharCode(0xf000 + byte)).join('');
    const encoding = this.encodingOf(font);
    const text = decodeBytes(bytes, encoding);
    // A western font in a Chinese document: its bytes are Chinese where they can be, else western.
    const unsure = this.#fonts.get(font)?.encoding === undefined && isDoubleByte(encoding);
    return unsure && text.includes('\ufffd') ? decodeBytes(bytes, LATIN) : text;
  }
}
