/** The hash of a name, character by character. */
export const nextHash = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** A power of two, and many times the dozens of names that a file uses: two that share a place take turns. */
const PLACES = 1024;

interface Met<Meaning> {
  readonly name: string;
  readonly age: number;
  readonly meaning: Meaning;
}

/**
 * What the names that stand in a text mean. A file says the same few dozen names thousands of times: one that was
 * met before is found by its hash, without a copy of its characters.
 */
export class MetNames<Meaning> {
  readonly #meaningOf: (name: string) => Meaning;
  /** How often their meanings have changed. */
  #age = 0;
  readonly #met = new Array<Met<Meaning> | undefined>(PLACES).fill(undefined);

  constructor(meaningOf: (name: string) => Meaning) {
    this.#meaningOf = meaningOf;
  }

  /** What the name from `from` to `to` means; `hash` is made of its characters, each put in by `nextHash`. */
  at(text: string, from: number, to: number, hash: number): Meaning {
    const place = hash & (PLACES - 1);
    const last = this.#met[place];
    const again =
      last?.age === this.#age && last.name.length === to - from && text.startsWith(last.name, from);
    if (again) return last.meaning;
    const name = text.slice(from, to);
    const meaning = this.#meaningOf(name);
    this.#met[place] = { name, age: this.#age, meaning };
    return meaning;
  }

  /** Names mean something else from here on. */
  forget(): void {
    this.#age++;
  }
}
