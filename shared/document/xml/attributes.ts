import { nextHash } from '../met-names.ts';
import { damaged } from '../unreadable.ts';
import { resolveEntities } from './entities.ts';
import type { Namespaces } from './namespaces.ts';
import type { NextMark } from './next-mark.ts';

const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

const wrong = () => damaged('XML 属性有错', 'an attribute of the XML is wrong');

/** The attributes of one start tag after the other, taken apart only when one is asked for: most never are. */
export class Attributes {
  readonly #xml: string;
  readonly #namespaces: Namespaces;
  readonly #entity: NextMark;
  #from = 0;
  #to = 0;
  #parsed = true;
  #hasEntities = false;
  #count = 0;
  readonly #names: string[] = [];
  /** Where each value begins and ends. */
  readonly #values: number[] = [];

  /** `entity` finds the ampersands of `xml`. */
  constructor(xml: string, namespaces: Namespaces, entity: NextMark) {
    this.#xml = xml;
    this.#namespaces = namespaces;
    this.#entity = entity;
  }

  /** Goes on to those that stand in the text between the end of an element's name and the end of its tag. */
  moveTo(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.#parsed = false;
  }

  /** The value of an attribute by its name with the reader's prefix, such as `w:val`. */
  get(name: string): string | undefined {
    if (!this.#parsed) this.#parse();
    for (let i = 0; i < this.#count; i++) {
      if (this.#names[i] !== name) continue;
      const value = this.#xml.slice(this.#values[2 * i]!, this.#values[2 * i + 1]!);
      return this.#hasEntities ? resolveEntities(value) : value;
    }
    return undefined;
  }

  #parse(): void {
    const xml = this.#xml;
    const to = this.#to;
    this.#count = 0;
    for (let at = this.#from; ; at++) {
      while (at < to && isSpace(xml.charCodeAt(at))) at++;
      if (at === to) break;
      const from = at;
      let hash = 0;
      for (; at < to && xml.charCodeAt(at) !== EQUALS; at++) hash = nextHash(hash, xml.charCodeAt(at));
      let nameEnd = at++;
      while (nameEnd > from && isSpace(xml.charCodeAt(nameEnd - 1))) nameEnd--;
      while (isSpace(xml.charCodeAt(at))) at++;
      const quote = xml.charCodeAt(at);
      const value = at + 1;
      at = xml.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", value);
      const quoted = (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) && at >= value && at < to;
      if (!quoted || nameEnd === from) throw wrong();
      this.#names[this.#count] = this.#namespaces.attributes.at(xml, from, nameEnd, hash);
      this.#values[2 * this.#count] = value;
      this.#values[2 * this.#count + 1] = at;
      this.#count++;
    }
    this.#hasEntities = this.#entity.from(this.#from) < to;
    this.#parsed = true;
  }
}
