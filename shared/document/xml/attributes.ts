import { damaged } from '../unreadable.ts';
import { resolveEntities } from './entities.ts';
import type { Namespaces } from './namespaces.ts';

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

const wrong = () => damaged('XML 属性有错', 'an attribute of the XML is wrong');

/** The attributes of a start tag, taken apart only when one is asked for: most are never looked at. */
export class Attributes {
  readonly #source: string;
  readonly #namespaces: Namespaces;
  /** Name, value, name, value … */
  #parts: string[] | undefined;

  /** `source` is what stands between the element's name and the end of its tag. */
  constructor(source: string, namespaces: Namespaces) {
    this.#source = source;
    this.#namespaces = namespaces;
  }

  /** The value of an attribute by its name with the reader's prefix, such as `w:val`. */
  get(name: string): string | undefined {
    if (this.#source === '') return undefined;
    this.#parts ??= this.#parse();
    for (let i = 0; i < this.#parts.length; i += 2) {
      if (this.#parts[i] === name) return resolveEntities(this.#parts[i + 1]!);
    }
    return undefined;
  }

  #parse(): string[] {
    const source = this.#source;
    const parts: string[] = [];
    let at = 0;
    for (;;) {
      while (at < source.length && isSpace(source.charCodeAt(at))) at++;
      if (at === source.length) return parts;
      const equals = source.indexOf('=', at);
      if (equals < 0) throw wrong();
      const name = source.slice(at, equals).trimEnd();
      let open = equals + 1;
      while (isSpace(source.charCodeAt(open))) open++;
      const quote = source.charCodeAt(open);
      const close = source.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", open + 1);
      if ((quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) || close < 0 || name === '') throw wrong();
      parts.push(this.#namespaces.attribute(name), source.slice(open + 1, close));
      at = close + 1;
    }
  }
}
