import { damaged } from '../unreadable.ts';
import { resolveEntities } from './entities.ts';
import type { Namespaces } from './namespaces.ts';

const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** The attributes of a start tag, taken apart only when one is asked for: most are never looked at. */
export class Attributes {
  readonly #source: string;
  readonly #namespaces: Namespaces;
  #values: Map<string, string> | undefined;

  /** `source` is what stands between the element's name and the end of its tag. */
  constructor(source: string, namespaces: Namespaces) {
    this.#source = source;
    this.#namespaces = namespaces;
  }

  /** The value of an attribute by its name with the reader's prefix, such as `w:val`. */
  get(name: string): string | undefined {
    if (this.#source === '') return undefined;
    this.#values ??= this.#parse();
    return this.#values.get(name);
  }

  #parse(): Map<string, string> {
    const values = new Map<string, string>();
    ATTRIBUTE.lastIndex = 0;
    let end = 0;
    for (let match = ATTRIBUTE.exec(this.#source); match; match = ATTRIBUTE.exec(this.#source)) {
      values.set(this.#namespaces.attribute(match[1]!), resolveEntities(match[2] ?? match[3] ?? ''));
      end = ATTRIBUTE.lastIndex;
    }
    if (this.#source.slice(end).trim() !== '')
      throw damaged('XML 属性有错', 'an attribute of the XML is wrong');
    return values;
  }
}
