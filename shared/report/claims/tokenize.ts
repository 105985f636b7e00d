import { type Folded, textBetween } from './fold.ts';
import { beginsNumber, NUMBER_BEGINNINGS } from './numeral.ts';
import { NO_QUANTITY, type Quantity, quantityAt } from './quantity.ts';
import type { Run } from './reading.ts';
import { type Span, spanAt } from './spans.ts';
import { longestTerm, TERM_BEGINNINGS, termEnd } from './term-index.ts';
import { type Meaning, meaningOf, type Token } from './token.ts';

const code = (character: string): number => character.charCodeAt(0);

/** Marks by code unit: `;` ends a statement, `,` a clause, `、` an item of a list. */
const MARKS: ReadonlyMap<number, Meaning> = new Map(
  Object.entries({ ';': ';', ',': ',|', '、': '、', '(': '([{〔【', ')': ')]}〕】' }).flatMap(
    ([mark, written]) => {
      const meaning = meaningOf('mark', mark);
      return [...written].map((each) => [code(each), meaning] as const);
    },
  ),
);

const ORDINAL = code('第');
const TITLE_OPEN = code('《');
const TITLE_CLOSE = code('》');
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
  const printed = kind === 'share' ? { ...meaning, id: textBetween(codes, start, end) } : meaning;
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

/** The word, title or number that begins here. */
const tokenAt = (codes: Uint16Array, place: number, length: number): Token | undefined => {
  const unit = codes[place]!;
  if (unit === TITLE_OPEN) {
    const end = titleEnd(codes, place, length);
    return end === undefined ? undefined : token(TITLE, place, end);
  }
  const meaning = longestTerm(codes, place, length);
  if (meaning !== undefined) return token(meaning, place, termEnd());
  return KINDS[unit]! & NUMBER ? spanOrNumberAt(codes, place, length) : undefined;
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

const WORD = 1;
const NUMBER = 2;
const MARK = 4;

/** By code unit, what can begin with it: most characters begin nothing and are passed over. */
const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000);
  for (const unit of TERM_BEGINNINGS) kinds[unit]! |= WORD;
  for (const unit of NUMBER_BEGINNINGS) kinds[unit]! |= NUMBER;
  for (const unit of MARKS.keys()) kinds[unit]! |= MARK;
  kinds[TITLE_OPEN] = WORD;
  return kinds;
})();

const kindOf = (unit: number): number => KINDS[unit]!;

/** Words, numbers and marks of one sentence. What the lexicon does not know leaves a gap. */
export const tokenize = ({ codes, length }: Folded): Run => {
  const sentence = new Sentence();
  for (let place = 0; place < length; ) {
    const kind = kindOf(codes[place]!);
    if (kind === 0) {
      place += 1;
      continue;
    }
    if (kind & MARK) sentence.mark(MARKS.get(codes[place]!)!, place);
    const next = kind & MARK ? undefined : tokenAt(codes, place, length);
    if (next !== undefined) sentence.push(next);
    place = next?.end ?? place + 1;
    // A numeral that is no number (第二十条, 一体化) is skipped whole, not read again from its middle.
    if (next === undefined && kind & NUMBER) {
      while (place < length && beginsNumber(codes[place]!)) place += 1;
    }
  }
  return { tokens: sentence.tokens(), start: 0, end: length };
};
