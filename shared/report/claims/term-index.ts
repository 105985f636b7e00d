import { LEXICON } from './lexicon.ts';
import type { Concept } from './token.ts';

export interface Term {
  readonly concept: Concept;
  readonly id: string;
}

interface Node {
  term: Term | undefined;
  next: Map<number, Node> | undefined;
}

/** The lexicon as a tree of code units; its first level is an array, since most characters begin no word. */
const build = (): (Node | undefined)[] => {
  const roots: (Node | undefined)[] = new Array(0x10000).fill(undefined);
  for (const { concept, id, words } of LEXICON) {
    const term: Term = { concept, id };
    for (const word of words) {
      if (word === '') continue;
      const first = word.charCodeAt(0);
      let node = roots[first] ?? { term: undefined, next: undefined };
      roots[first] = node;
      for (let place = 1; place < word.length; place++) {
        node.next ??= new Map();
        const code = word.charCodeAt(place);
        let child = node.next.get(code);
        if (!child) {
          child = { term: undefined, next: undefined };
          node.next.set(code, child);
        }
        node = child;
      }
      node.term ??= term;
    }
  }
  return roots;
};

const ROOTS = build();

/** The end of the longest word found last; valid after `longestTerm` returned a term. */
let lastEnd = 0;
export const termEnd = (): number => lastEnd;

/** The longest word of the lexicon that begins here. */
export const longestTerm = (codes: Uint16Array, start: number, length: number): Term | undefined => {
  let node = ROOTS[codes[start]!];
  if (node === undefined) return undefined;
  let found = node.term;
  lastEnd = start + 1;
  for (let place = start + 1; place < length && node.next !== undefined; place++) {
    const child: Node | undefined = node.next.get(codes[place]!);
    if (child === undefined) break;
    node = child;
    if (node.term !== undefined) {
      found = node.term;
      lastEnd = place + 1;
    }
  }
  return found;
};

export const beginsTerm = (unit: number): boolean => ROOTS[unit] !== undefined;
