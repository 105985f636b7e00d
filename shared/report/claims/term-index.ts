import { LEXICON } from './lexicon.ts';
import { type Meaning, meaningOf } from './token.ts';

/** Few words go on in more than three ways: their next code units are looked through one by one. */
interface Node {
  meaning: Meaning | undefined;
  readonly codes: number[];
  readonly next: Node[];
}

const newNode = (): Node => ({ meaning: undefined, codes: [], next: [] });

const childOf = ({ codes, next }: Node, code: number): Node | undefined => {
  for (let at = 0; at < codes.length; at++) if (codes[at] === code) return next[at];
  return undefined;
};

/** The lexicon as trees of code units, by the first one of their words. */
const build = (): Map<number, Node> => {
  const roots = new Map<number, Node>();
  for (const { concept, id, words } of LEXICON) {
    const meaning = meaningOf(concept, id);
    for (const word of words) {
      if (word === '') continue;
      const first = word.charCodeAt(0);
      let node = roots.get(first) ?? newNode();
      roots.set(first, node);
      for (let place = 1; place < word.length; place++) {
        const code = word.charCodeAt(place);
        let child = childOf(node, code);
        if (!child) {
          child = newNode();
          node.codes.push(code);
          node.next.push(child);
        }
        node = child;
      }
      node.meaning ??= meaning;
    }
  }
  return roots;
};

const ROOTS = build();

/** The end of the longest word found last; valid after `longestTerm` returned a meaning. */
let lastEnd = 0;
export const termEnd = (): number => lastEnd;

/** What the longest word of the lexicon that begins here means. */
export const longestTerm = (codes: Uint16Array, start: number, length: number): Meaning | undefined => {
  let node = ROOTS.get(codes[start]!);
  if (node === undefined) return undefined;
  let found = node.meaning;
  lastEnd = start + 1;
  for (let place = start + 1; place < length; place++) {
    const child = childOf(node, codes[place]!);
    if (child === undefined) break;
    node = child;
    if (node.meaning !== undefined) {
      found = node.meaning;
      lastEnd = place + 1;
    }
  }
  return found;
};

/** The code units that words begin with. */
export const TERM_BEGINNINGS: readonly number[] = [...ROOTS.keys()];
