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
  readonly names: Map<string, ElementName>;
  /** Those met last, by the hash of their characters: a tag is found here without a copy of its name. */
  readonly met: (ElementName | undefined)[];
}

const newScope = (depth: number, prefixes: ReadonlyMap<string, string>): Scope => ({
  depth,
  prefixes,
  names: new Map(),
  met: new Array<ElementName | undefined>(MET).fill(undefined),
});

/** A power of two; a format has some dozens of elements. */
const MET = 256;

const UNKNOWN = '?';
const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Gives element and attribute names the reader's own prefixes, whatever prefixes the file chose: `ns0:p` bound
 * to WordprocessingML becomes `w:p`. Names of unknown namespaces begin with `?:`.
 */
export class Namespaces {
  readonly #known: KnownNamespaces;
  readonly #scopes: Scope[] = [newScope(0, new Map([['xml', 'xml']]))];

  constructor(known: KnownNamespaces) {
    this.#known = known;
  }

  /** Takes in the declarations of a start tag at `depth`. */
  declare(tag: string, depth: number): void {
    const prefixes = new Map(this.#scopes.at(-1)?.prefixes);
    for (const [, prefix = '', double, single] of tag.matchAll(DECLARATION)) {
      prefixes.set(prefix, this.#known[double ?? single ?? ''] ?? UNKNOWN);
    }
    this.#scopes.push(newScope(depth, prefixes));
  }

  /** Forgets what was declared by the element that closes at `depth`. */
  leave(depth: number): void {
    if (this.#scopes.at(-1)!.depth === depth && depth > 0) this.#scopes.pop();
  }

  /** The name that stands in `xml` from `from` to `to`; `hash` is any number made of its characters. */
  elementAt(xml: string, from: number, to: number, hash: number): ElementName {
    const { met } = this.#scopes.at(-1)!;
    const place = hash & (MET - 1);
    const last = met[place];
    if (last && last.qualified.length === to - from && xml.startsWith(last.qualified, from)) return last;
    const found = this.#element(xml.slice(from, to));
    met[place] = found;
    return found;
  }

  #element(qualified: string): ElementName {
    const { names, prefixes } = this.#scopes.at(-1)!;
    const known = names.get(qualified);
    if (known !== undefined) return known;
    const colon = qualified.indexOf(':');
    const prefix = prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? (colon < 0 ? '' : UNKNOWN);
    const name = prefix === '' ? qualified : `${prefix}:${qualified.slice(colon + 1)}`;
    const element = { qualified, name };
    names.set(qualified, element);
    return element;
  }

  /** An attribute without a prefix belongs to no namespace, whatever the default namespace is. */
  attribute(qualified: string): string {
    return qualified.includes(':') ? this.#element(qualified).name : qualified;
  }
}
