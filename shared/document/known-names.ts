import { nextHash } from './met-names.ts';

/** A power of two, many times as many as there are names. */
const PLACES = 4096;

interface Known<Meaning> {
  readonly name: string;
  readonly hash: number;
  readonly meaning: Meaning;
  /** Another one in the same place. */
  readonly next: Known<Meaning> | undefined;
}

const hashOf = (name: string): number => {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = nextHash(hash, name.charCodeAt(i));
  return hash;
};

/**
 * The names that matter out of the many that a file uses, found where they stand in its text by their hash: what
 * does not matter is known by its hash alone, and nothing of it is copied or compared.
 */
export class KnownNames<Meaning> {
  readonly #places = new Array<Known<Meaning> | undefined>(PLACES).fill(undefined);

  constructor(meanings: Iterable<readonly [name: string, meaning: Meaning]>) {
    for (const [name, meaning] of meanings) {
      const hash = hashOf(name);
      const place = hash & (PLACES - 1);
      this.#places[place] = { name, hash, meaning, next: this.#places[place] };
    }
  }

  get(name: string): Meaning | undefined {
    return this.at(name, 0, name.length, hashOf(name));
  }

  /** What the name from `from` to `to` means; `hash` is made of its characters, each put in by `nextHash`. */
  at(text: string, from: number, to: number, hash: number): Meaning | undefined {
    let known = this.#places[hash & (PLACES - 1)];
    for (; known; known = known.next) {
      if (known.hash !== hash || known.name.length !== to - from) continue;
      if (text.startsWith(known.name, from)) break;
    }
    return known?.meaning;
  }
}
