import { nextHash } from './met-names.ts';

/** A power of two, many times as many as there are names. */
const PLACES = 4096;

interface Known<Meaning> {
  readonly name: string;
  readonly hash: number;
  readonly meaning: Meaning;
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
  readonly #places = Array.from({ length: PLACES }, (): Known<Meaning>[] => []);

  constructor(meanings: Iterable<readonly [name: string, meaning: Meaning]>) {
    for (const [name, meaning] of meanings) {
      const hash = hashOf(name);
      this.#places[hash & (PLACES - 1)]!.push({ name, hash, meaning });
    }
  }

  get(name: string): Meaning | undefined {
    return this.at(name, 0, name.length, hashOf(name));
  }

  /** What the name from `from` to `to` means; `hash` is made of its characters, each put in by `nextHash`. */
  at(text: string, from: number, to: number, hash: number): Meaning | undefined {
    for (const known of this.#places[hash & (PLACES - 1)]!) {
      if (known.hash !== hash || known.name.length !== to - from) continue;
      if (text.startsWith(known.name, from)) return known.meaning;
    }
    return undefined;
  }
}
