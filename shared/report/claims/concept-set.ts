import { CONCEPTS, type Concept, type Token } from './token.ts';

const BITS = 32;

/**
 * Some of the concepts: those that a reader looks for, or those that a clause holds. As bits, so that a reader
 * whose subject does not occur in the clause knows it without a walk over its tokens.
 */
export class ConceptSet {
  private low = 0;
  private middle = 0;
  private high = 0;

  /** Adds the concept of this place in the list. */
  add(kind: number): void {
    // A shift takes its count modulo 32.
    if (kind < BITS) this.low |= 1 << kind;
    else if (kind < 2 * BITS) this.middle |= 1 << kind;
    else this.high |= 1 << kind;
  }

  addAll({ low, middle, high }: ConceptSet): void {
    this.low |= low;
    this.middle |= middle;
    this.high |= high;
  }

  /** These, and others. */
  plus(...concepts: readonly Concept[]): ConceptSet {
    const set = anyOf(...concepts);
    set.addAll(this);
    return set;
  }

  /** Whether the token means one of these. */
  has({ kind }: Token): boolean {
    const bits = kind < BITS ? this.low : kind < 2 * BITS ? this.middle : this.high;
    return ((bits >>> kind) & 1) === 1;
  }

  /** Whether both hold one and the same concept. */
  meets({ low, middle, high }: ConceptSet): boolean {
    return ((this.low & low) | (this.middle & middle) | (this.high & high)) !== 0;
  }
}

/** The set of these, for which a reader asks tokens and clauses. */
export const anyOf = (...concepts: readonly Concept[]): ConceptSet => {
  const set = new ConceptSet();
  for (const concept of concepts) set.add(CONCEPTS.indexOf(concept));
  return set;
};
