import type { Folded } from './fold.ts';
import { beginsNumber, quantityAt } from './quantity.ts';
import { longestTerm, termEnd } from './term-index.ts';
import type { Concept, Token } from './token.ts';

const code = (character: string): number => character.charCodeAt(0);

/** Marks by code unit: `.` ends a sentence, `;` a statement, `,` a clause, `、` an item of a list. */
const MARKS: ReadonlyMap<number, string> = new Map([
  ...[...'。!?\n'].map((mark) => [code(mark), '.'] as const),
  ...[...';'].map((mark) => [code(mark), ';'] as const),
  ...[...',|'].map((mark) => [code(mark), ','] as const),
  [code('、'), '、'],
  ...[...'([{〔【'].map((mark) => [code(mark), '('] as const),
  ...[...')]}〕】'].map((mark) => [code(mark), ')'] as const),
]);

const ORDINAL = code('第');
const TITLE_OPEN = code('《');
const TITLE_CLOSE = code('》');

const token = (concept: Concept, id: string, start: number, end: number, inner?: Token[]): Token => ({
  concept,
  id,
  start,
  end,
  value: 0,
  unit: '',
  approximate: false,
  inner,
});

/** A sentence: tokens with brackets folded into groups. */
export type Sentence = readonly Token[];

/** Words, numbers and marks of a text, sentence by sentence. What the lexicon does not know leaves a gap. */
export const tokenize = ({ codes, length }: Folded): Sentence[] => {
  const sentences: Sentence[] = [];
  let current: Token[] = [];
  /** Sequences around the open brackets, with the place of each bracket. */
  const open: { tokens: Token[]; start: number }[] = [];
  const closeAll = (): void => {
    for (let outer = open.pop(); outer; outer = open.pop()) {
      current = [...outer.tokens, token('mark', ',', outer.start, outer.start + 1), ...current];
    }
    if (current.length > 0) sentences.push(current);
    current = [];
  };
  for (let place = 0; place < length; ) {
    const unit = codes[place]!;
    const mark = MARKS.get(unit);
    if (mark !== undefined) {
      if (mark === '.') closeAll();
      else if (mark === '(') {
        open.push({ tokens: current, start: place });
        current = [];
      } else if (mark === ')') {
        const outer = open.pop();
        if (outer) {
          outer.tokens.push(token('group', '', outer.start, place + 1, current));
          current = outer.tokens;
        }
      } else current.push(token('mark', mark, place, place + 1));
      place += 1;
      continue;
    }
    if (unit === TITLE_OPEN) {
      let end = place + 1;
      while (end < length && codes[end] !== TITLE_CLOSE && codes[end] !== 0x0a && end - place < 120) end += 1;
      if (codes[end] === TITLE_CLOSE) {
        current.push(token('title', '', place, end + 1));
        place = end + 1;
        continue;
      }
    }
    const term = longestTerm(codes, place, length);
    if (term !== undefined) {
      const end = termEnd();
      current.push(token(term.concept, term.id, place, end));
      place = end;
      continue;
    }
    if (beginsNumber(unit)) {
      const quantity = codes[place - 1] === ORDINAL ? undefined : quantityAt(codes, place, length);
      if (quantity !== undefined) {
        const { kind: concept, value, unit: counted, approximate, end } = quantity;
        current.push({
          concept,
          id: '',
          start: place,
          end,
          value,
          unit: counted,
          approximate,
          inner: undefined,
        });
        place = end;
        continue;
      }
      while (place < length && beginsNumber(codes[place]!)) place += 1;
      continue;
    }
    place += 1;
  }
  closeAll();
  return sentences;
};
