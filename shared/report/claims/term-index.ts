import { LEXICON } from './lexicon.ts';
import { type Meaning, meaningOf } from './token.ts';

interface Node {
  meaning: Meaning | undefined;
  readonly codes: number[];
  readonly next: Node[];
}

const newNode = (): Node => ({ meaning: undefined, codes: [], next: [] });

const childOf = ({ codes, next }: Node, code: number): Node => {
  const at = codes.indexOf(code);
  if (at >= 0) return next[at]!;
  const child = newNode();
  codes.push(code);
  next.push(child);
  return child;
};

/** The lexicon as a tree of code units. */
const treeOf = (): Node => {
  const root = newNode();
  for (const { concept, id, words } of LEXICON) {
    const meaning = meaningOf(concept, id);
    for (const word of words) {
      let node = root;
      for (let place = 0; place < word.length; place++) node = childOf(node, word.charCodeAt(place));
      node.meaning ??= meaning;
    }
  }
  return root;
};

/**
 * The tree laid out level by level, so that the nodes after one node stand side by side, and the whole of it in
 * little memory: every character of a report is looked up here.
 */
const layOut = (root: Node) => {
  const nodes = [root];
  const codes = [0];
  const firsts: number[] = [];
  for (let at = 0; at < nodes.length; at++) {
    firsts.push(nodes.length);
    nodes.push(...nodes[at]!.next);
    codes.push(...nodes[at]!.codes);
  }
  firsts.push(nodes.length);
  return {
    /** By node, the code unit that leads to it. */
    codes: Uint16Array.from(codes),
    /** By node, the first of those after it; they end where those after the next node begin. */
    firsts: Uint16Array.from(firsts),
    meanings: nodes.map(({ meaning }) => meaning),
  };
};

const { codes: CODES, firsts: FIRSTS, meanings: MEANINGS } = layOut(treeOf());

/** The code units that words begin with. */
export const TERM_BEGINNINGS: readonly number[] = [...CODES.subarray(FIRSTS[0], FIRSTS[1])];

/** By code unit, the node that it leads to from the root; 0 where no word begins with it. */
const BEGINNINGS: Uint16Array = (() => {
  const beginnings = new Uint16Array(0x10000);
  for (const [at, code] of TERM_BEGINNINGS.entries()) beginnings[code] = FIRSTS[0]! + at;
  return beginnings;
})();

/** The node after this one by a code unit; 0 where no word goes on so. */
const nextNode = (node: number, code: number): number => {
  const end = FIRSTS[node + 1]!;
  for (let next = FIRSTS[node]!; next < end; next++) if (CODES[next] === code) return next;
  return 0;
};

/** The end of the longest word found last; valid after `longestTerm` returned a meaning. */
let lastEnd = 0;
export const termEnd = (): number => lastEnd;

/** What the longest word of the lexicon that begins here means. */
export const longestTerm = (codes: Uint16Array, start: number, length: number): Meaning | undefined => {
  let node = BEGINNINGS[codes[start]!]!;
  if (node === 0) return undefined;
  let found = MEANINGS[node];
  lastEnd = start + 1;
  for (let place = start + 1; place < length; place++) {
    node = nextNode(node, codes[place]!);
    if (node === 0) break;
    const meaning = MEANINGS[node];
    if (meaning !== undefined) {
      found = meaning;
      lastEnd = place + 1;
    }
  }
  return found;
};
