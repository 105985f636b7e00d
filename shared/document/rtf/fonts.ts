import { type CodePage, codePage, codePageOfCharacterSet, LATIN } from './code-pages.ts';

interface Font {
  page?: CodePage;
  symbols?: boolean;
}

const SYMBOL_SET = 2;

/** The document's code page and its font table, which say what a byte of text means. */
export class Fonts {
  readonly #fonts = new Map<number, Font>();
  #open: Font = {};
  #page = LATIN;
  defaultFont = 0;

  setCodePage(page: number): void {
    this.#page = codePage(page) ?? this.#page;
  }

  /** Begins the entry of a font in the font table. */
  beginFont(number: number): void {
    this.#open = {};
    this.#fonts.set(number, this.#open);
  }

  setCharacterSet(set: number): void {
    const page = codePageOfCharacterSet(set);
    if (page) this.#open.page = page;
    this.#open.symbols = set === SYMBOL_SET;
  }

  setFontCodePage(page: number): void {
    const known = codePage(page);
    if (known) this.#open.page = known;
  }

  isLead(byte: number, font: number): boolean {
    const entry = this.#fonts.get(font);
    return !entry?.symbols && (entry?.page ?? this.#page).isLead(byte);
  }

  /** Characters of symbol fonts come out in the private use area, as in Word. */
  single(byte: number, font: number): string {
    const entry = this.#fonts.get(font);
    if (entry?.symbols) return String.fromCharCode(0xf000 + byte);
    return (entry?.page ?? this.#page).single(byte) ?? this.#otherwise(entry, byte);
  }

  pair(lead: number, trail: number, font: number): string {
    const entry = this.#fonts.get(font);
    const text = (entry?.page ?? this.#page).pair(lead, trail);
    return text ?? this.#otherwise(entry, lead) + this.#otherwise(entry, trail);
  }

  /** A western font in a Chinese document: its bytes are Chinese where they can be, else western. */
  #otherwise(font: Font | undefined, byte: number): string {
    return (font?.page ? undefined : LATIN.single(byte)) ?? '\ufffd';
  }
}
