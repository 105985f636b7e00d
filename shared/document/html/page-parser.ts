import { type Handler, Parser, type QuoteType } from 'htmlparser2';

/** The attributes that matter here: all others only say how a page looks, and are many times as long as its text. */
const READ = ['style', 'hidden', 'rowspan', 'colspan'].map(
  (name) => [name.length, name.charCodeAt(0)] as const,
);

const TO_LOWER_CASE = 32;

const mayBeRead = (length: number, firstLetter: number): boolean => {
  for (const [ofLength, letter] of READ) {
    if (length === ofLength && (firstLetter | TO_LOWER_CASE) === letter) return true;
  }
  return false;
};

/** Parses a page, and passes over the attributes that nobody reads before they are copied out of it. */
export class PageParser extends Parser {
  readonly #html: string;
  /** Whether the attribute that the tokenizer is in is one of those that matter. */
  #reads = false;

  constructor(html: string, handler: Partial<Handler>) {
    // Without an ampersand there is no reference to look for, and text is passed over more quickly.
    super(handler, { decodeEntities: html.includes('&'), lowerCaseTags: true });
    this.#html = html;
  }

  override onattribname(start: number, end: number): void {
    this.#reads = mayBeRead(end - start, this.#html.charCodeAt(start));
    if (this.#reads) super.onattribname(start, end);
  }

  override onattribdata(start: number, end: number): void {
    if (this.#reads) super.onattribdata(start, end);
  }

  override onattribentity(codePoint: number): void {
    if (this.#reads) super.onattribentity(codePoint);
  }

  override onattribend(quote: QuoteType, end: number): void {
    if (this.#reads) super.onattribend(quote, end);
  }
}
