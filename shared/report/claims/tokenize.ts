import { unitOf } from '../code-units.ts';
import { type Folded, textBetween } from './fold.ts';
import { beginsNumber, NUMBER_BEGINNINGS } from './numeral.ts';
import { NO_QUANTITY, type Quantity, quantityAt } from './quantity.ts';
import type { Run } from './reading.ts';
import { type Span, spanAt } from './spans.ts';
import { longestTerm, TERM_BEGINNINGS, termEnd } from './term-index.ts';
import { type Meaning, meaningOf, type Token } from './token.ts';

/** Marks by code unit: `;` ends a statement, `,` a clause, `、` an item of a list. */
const MARKS: ReadonlyMap<number, Meaning> = new Map(
  Object.entries({ ';': ';', ',': ',|', '、': '、', '(': '([{〔【', ')': ')]}〕】' }).flatMap(
    ([mark, written]) => {
      const meaning = meaningOf('mark', mark);
      return [...written].map((each) => [unitOf(each), meaning] as const);
    },
  ),
);

const ORDINAL = unitOf('第');
const TITLE_OPEN = unitOf('《');
const TITLE_CLOSE = unitOf('》');
const LONGEST_TITLE = 120;

const TITLE = meaningOf('title');
const GROUP = meaningOf('group');
const COMMA = meaningOf('mark', ',');

const token = (
  { concept, kind, id }: Meaning,
  start: number,
  end: number,
  quantity = NO_QUANTITY,
  inner?: Token[],
): Token => ({ concept, kind, id, start, end, quantity, inner });

/** The end of a book title 《…》 that begins here: its words are a name. */
const titleEnd = (codes: Uint16Array, start: number, length: number): number | undefined => {
  for (let place = start + 1; place < length && place - start < LONGEST_TITLE; place++) {
    if (codes[place] === TITLE_CLOSE) return place + 1;
  }
  return undefined;
};

const NUMBERS: Readonly<Record<Quantity['kind'], Meaning>> = {
  count: meaningOf('count'),
  cash: meaningOf('cash'),
  share: meaningOf('share'),
  year: meaningOf('year'),
  quantity: meaningOf('quantity'),
};

/** A number with its unit. Without a unit it counts only where a mark ends it: 数量为23。 */
const numberAt = (codes: Uint16Array, start: number, length: number): Token | undefined => {
  if (start > 0 && codes[start - 1] === ORDINAL) return undefined;
  const quantity = quantityAt(codes, start, length);
  if (!quantity) return undefined;
  const { kind, end } = quantity;
  const bare = kind === 'quantity' && (end >= length || MARKS.has(codes[end]!));
  const meaning = NUMBERS[bare ? 'count' : kind];
  const printed = kind === 'share' ? { ...meaning, id: textBetween(start, end) } : meaning;
  return token(printed, start, end, quantity);
};

const SPANS: Readonly<Record<Span['kind'], Meaning>> = {
  part: meaningOf('period'),
  until: meaningOf('period', 'until'),
  whole: meaningOf('ignore'),
  years: meaningOf('history'),
};

/** 1月至6月, 2020年至2024年, or else a number. */
const spanOrNumberAt = (codes: Uint16Array, start: number, length: number): Token | undefined => {
  const span = spanAt(codes, start, length);
  return span ? token(SPANS[span.kind], start, span.end) : numberAt(codes, start, length);
};

/** The word, title or number that begins here, by what its first code unit may begin. */
const tokenAt = (codes: Uint16Array, place: number, length: number, beginning: number): Token | undefined => {
  const node = beginning & WORD;
  const meaning = node === 0 ? undefined : longestTerm(codes, place, length, node);
  if (meaning !== undefined) return token(meaning, place, termEnd());
  if (beginning & NUMBER) return spanOrNumberAt(codes, place, length);
  if (codes[place] !== TITLE_OPEN) return undefined;
  const end = titleEnd(codes, place, length);
  return end === undefined ? undefined : token(TITLE, place, end);
};

/** A sentence in the making: tokens with brackets folded into groups. */
class Sentence {
  private current: Token[] = [];
  private readonly open: { tokens: Token[]; start: number }[] = [];

  push(next: Token): void {
    this.current.push(next);
  }

  mark(mark: Meaning, place: number): void {
    if (mark.id === '(') {
      this.open.push({ tokens: this.current, start: place });
      this.current = [];
    } else if (mark.id === ')') {
      const outer = this.open.pop();
      if (!outer) return;
      outer.tokens.push(token(GROUP, outer.start, place + 1, NO_QUANTITY, this.current));
      this.current = outer.tokens;
    } else this.push(token(mark, place, place + 1));
  }

  /** A bracket that is never closed is a comma. */
  tokens(): Token[] {
    if (this.open.length === 0) return this.current;
    const commas = this.open.map(({ start }) => token(COMMA, start, start + 1));
    return [...this.open.flatMap(({ tokens }, at) => [...tokens, commas[at]!]), ...this.current];
  }
}

/** The node of the words that begin so. */
const WORD = 0x0fff;
const NUMBER = 0x1000;
const MARK = 0x2000;
const OPENS_TITLE = 0x4000;

/** By code unit, what can begin with it: most characters begin nothing and are passed over. */
const BEGINNINGS: Uint16Array = (() => {
  const beginnings = new Uint16Array(0x10000);
  for (const [unit, node] of TERM_BEGINNINGS) beginnings[unit] = node;
  for (const unit of NUMBER_BEGINNINGS) beginnings[unit]! |= NUMBER;
  for (const unit of MARKS.keys()) beginnings[unit]! |= MARK;
  beginnings[TITLE_OPEN]! |= OPENS_TITLE;
  return beginnings;
})();

/** Words, numbers and marks of one sentence. What the lexicon does not know leaves a gap. */
export const tokenize = ({ codes, length }: Folded): Run => {
  const sentence = new Sentence();
  for (let place = 0; place < length; ) {
    const beginning = BEGINNINGS[codes[place]!]!;
    if (beginning === 0) {
      place += 1;
      continue;
    }
    if (beginning & MARK) {
      sentence.mark(MARKS.get(codes[place]!)!, place);
      place += 1;
      continue;
    }
    const next = tokenAt(codes, place, length, beginning);
    if (next !== undefined) sentence.push(next);
    place = next?.end ?? place + 1;
    // A numeral that is no number (第二十条, 一体化) is skipped whole, not read again from its middle.
    if (next === undefined && beginning & NUMBER) {
      while (place < length && beginsNumber(codes[place]!)) place += 1;
    }
  }
  return { tokens: sentence.tokens(), start: 0, end: length };
};
