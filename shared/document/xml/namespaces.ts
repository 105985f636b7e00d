/** Which short prefix a reader uses for each namespace address that it knows. */
export type KnownNamespaces = Readonly<Record<string, string>>;

/** A name as the file has it, and as the reader does. */
export interface ElementName {
  readonly qualified: string;
  readonly name: string;
}

interface Scope {
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
}

/** A name that was met, and the scope in which it meant this. */
interface Met extends ElementName {
  readonly scope: Scope;
  readonly isAttribute: boolean;
}

/** A power of two, and many times the dozens of names that a format has: two that share a place take turns. */
const PLACES = 1024;

/** The hash of a name, character by character. */
export const nextHash = (hash: number, code: number): number => (hash * 31 + code) | 0;

const UNKNOWN = '?';
const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Gives element and attribute names the reader's own prefixes, whatever prefixes the file chose: `ns0:p` bound
 * to WordprocessingML becomes `w:p`. Names of unknown namespaces begin with `?:`.
 */
export class Namespaces {
  readonly #known: KnownNamespaces;
  readonly #outer: Scope[] = [];
  #scope: Scope = { depth: 0, prefixes: new Map([['xml', 'xml']]) };
  /** The names met last by their hash: one that comes again is found here without a copy of its characters. */
  readonly #met = new Array<Met | undefined>(PLACES).fill(undefined);

  constructor(known: KnownNamespaces) {
    this.#known = known;
  }

  /** Takes in the declarations of a start tag at `depth`. */
  declare(tag: string, depth: number): void {
    const prefixes = new Map(this.#scope.prefixes);
    for (const [, prefix = '', double, single] of tag.matchAll(DECLARATION)) {
      prefixes.set(prefix, this.#known[double ?? single ?? ''] ?? UNKNOWN);
    }
    this.#outer.push(this.#scope);
    this.#scope = { depth, prefixes };
  }

  /** Forgets what was declared by the element that closes at `depth`. */
  leave(depth: number): void {
    if (this.#scope.depth === depth) this.#scope = this.#outer.pop() ?? this.#scope;
  }

  /** The element's name that stands in `xml` from `from` to `to`; `hash` is that of its characters. */
  elementAt(xml: string, from: number, to: number, hash: number): ElementName {
    return this.#nameAt(xml, from, to, hash, false);
  }

  /** The same of an attribute: without a prefix it has no namespace, whatever the default namespace is. */
  attributeAt(xml: string, from: number, to: number, hash: number): string {
    return this.#nameAt(xml, from, to, hash, true).name;
  }

  #nameAt(xml: string, from: number, to: number, hash: number, isAttribute: boolean): Met {
    const scope = this.#scope;
    const place = hash & (PLACES - 1);
    const last = this.#met[place];
    const again =
      last !== undefined &&
      last.scope === scope &&
      last.isAttribute === isAttribute &&
      last.qualified.length === to - from &&
      xml.startsWith(last.qualified, from);
    if (again) return last;
    const qualified = xml.slice(from, to);
    const name = this.#named(qualified, isAttribute);
    const met: Met = { qualified, name, scope, isAttribute };
    this.#met[place] = met;
    return met;
  }

  #named(qualified: string, isAttribute: boolean): string {
    const { prefixes } = this.#scope;
    const colon = qualified.indexOf(':');
    if (colon < 0 && isAttribute) return qualified;
    const prefix = prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? (colon < 0 ? '' : UNKNOWN);
    return prefix === '' ? qualified : `${prefix}:${qualified.slice(colon + 1)}`;
  }
}
