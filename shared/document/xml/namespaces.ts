import { MetNames } from '../met-names.ts';

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
  /** The elements' names in the running scope. */
  readonly elements = new MetNames<ElementName>((qualified) => ({
    qualified,
    name: this.#nameOf(qualified),
  }));
  /** Those of attributes: without a prefix one has no namespace, whatever the default namespace is. */
  readonly attributes = new MetNames<string>((qualified) =>
    qualified.includes(':') ? this.#nameOf(qualified) : qualified,
  );

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
    this.#enter({ depth, prefixes });
  }

  /** Forgets what was declared by the element that closes at `depth`. */
  leave(depth: number): void {
    const outer = this.#scope.depth === depth ? this.#outer.pop() : undefined;
    if (outer) this.#enter(outer);
  }

  #enter(scope: Scope): void {
    this.#scope = scope;
    this.elements.forget();
    this.attributes.forget();
  }

  #nameOf(qualified: string): string {
    const { prefixes } = this.#scope;
    const colon = qualified.indexOf(':');
    const prefix = prefixes.get(colon < 0 ? '' : qualified.slice(0, colon)) ?? (colon < 0 ? '' : UNKNOWN);
    return prefix === '' ? qualified : `${prefix}:${qualified.slice(colon + 1)}`;
  }
}
