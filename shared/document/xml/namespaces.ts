/** Which short prefix a reader uses for each namespace address that it knows. */
export type KnownNamespaces = Readonly<Record<string, string>>;

interface Scope {
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

const UNKNOWN = '?';
const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Gives element and attribute names the reader's own prefixes, whatever prefixes the file chose: `ns0:p` bound
 * to WordprocessingML becomes `w:p`. Names of unknown namespaces begin with `?:`.
 */
export class Namespaces {
  readonly #known: KnownNamespaces;
  readonly #scopes: Scope[] = [{ depth: 0, prefixes: new Map([['xml', 'xml']]), names: new Map() }];

  constructor(known: KnownNamespaces) {
    this.#known = known;
  }

  /** Takes in the declarations of a start tag at `depth`. */
  declare(tag: string, depth: number): void {
    const prefixes = new Map(this.#scopes.at(-1)?.prefixes);
    for (const [, prefix = '', double, single] of tag.matchAll(DECLARATION)) {
      prefixes.set(prefix, this.#known[double ?? single ?? ''] ?? UNKNOWN);
    }
    this.#scopes.push({ depth, prefixes, names: new Map() });
  }

  /** Forgets what was declared by the element that closes at `depth`. */
  leave(depth: number): void {
    if (this.#scopes.at(-1)!.depth === depth && depth > 0) this.#scopes.pop();
  }

  element(qualified: string): string {
    const { names, prefixes } = this.#scopes.at(-1)!;
    const known = names.get(qualified);
    if (known !== undefined) return known;
    const colon = qualified.indexOf(':');
    const prefix = prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? (colon < 0 ? '' : UNKNOWN);
    const name = prefix === '' ? qualified : `${prefix}:${qualified.slice(colon + 1)}`;
    names.set(qualified, name);
    return name;
  }

  /** An attribute without a prefix belongs to no namespace, whatever the default namespace is. */
  attribute(qualified: string): string {
    return qualified.includes(':') ? this.element(qualified) : qualified;
  }
}
