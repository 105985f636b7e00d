import { LEXICON } from './lexicon.ts';
import { type Meaning, meaningOf } from './token.ts';

/** Where a word stands twice, the first entry counts. */
const meaningsOfWords = (): Map<string, Meaning> => {
  const meanings = new Map<string, Meaning>();
  for (const { concept, id, words } of LEXICON) {
    const meaning = meaningOf(concept, id);
    for (const word of words) if (!meanings.has(word)) meanings.set(word, meaning);
  }
  return meanings;
};

interface Tree {
  /** By node, the code unit that leads to it. */
  readonly codes: Uint16Array;
  /** By node, the first of those after it; they end where those after the next node begin. */
  readonly firsts: Uint16Array;
  readonly meanings: readonly (Meaning | undefined)[];
}

/**
 * The lexicon as a tree of code units, laid out level by level: every character of a report is looked up here, and
 * three arrays are little memory. In the order of the alphabet, the words below a node are neighbours.
 */
const layOut = (meaningOfWord: ReadonlyMap<string, Meaning>): Tree => {
  const words = [...meaningOfWord.keys()].sort();
  const nodes = [{ depth: 0, from: 0, to: words.length }];
  const codes = [0];
  const firsts: number[] = [];
  const meanings: (Meaning | undefined)[] = [];
  for (let node = 0; node < nodes.length; node++) {
    const { depth, from, to } = nodes[node]!;
    const ends = words[from]!.length === depth;
    meanings.push(ends ? meaningOfWord.get(words[from]!) : undefined);
    firsts.push(nodes.length);
    for (let at = ends ? from + 1 : from; at < to; ) {
      const code = words[at]!.charCodeAt(depth);
      const start = at;
      while (at < to && words[at]!.charCodeAt(depth) === code) at += 1;
      codes.push(code);
      nodes.push({ depth: depth + 1, from: start, to: at });
    }
  }
  firsts.push(nodes.length);
  return { codes: Uint16Array.from(codes), firsts: Uint16Array.from(firsts), meanings };
};

const { codes: CODES, firsts: FIRSTS, meanings: MEANINGS } = layOut(meaningsOfWords());

/** The code units that words begin with, each with the node that it leads to: some hundreds, numbered from 1. */
export const TERM_BEGINNINGS: readonly (readonly [code: number, node: number])[] = [
  ...CODES.subarray(FIRSTS[0], FIRSTS[1]),
].map((code, at) => [code, FIRSTS[0]! + at]);

/** The node after this one by a code unit; 0 where no word goes on so. */
const nextNode = (node: number, code: number): number => {
  const end = FIRSTS[node + 1]!;
  for (let next = FIRSTS[node]!; next < end; next++) if (CODES[next] === code) return next;
  return 0;
};

/** The end of the longest word found last; valid after `longestTerm` returned a meaning. */
let lastEnd = 0;
export const termEnd = (): number => lastEnd;

/** What the longest word of the lexicon that begins here means; `beginning` is the node of its first code unit. */
export const longestTerm = (
  codes: Uint16Array,
  start: number,
  length: number,
  beginning: number,
): Meaning | undefined => {
  let node = beginning;
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
