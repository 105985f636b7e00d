import type { Flow } from '../flow/flow.ts';
import { LIMITS } from '../limits.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import { spaced } from '../numbering/list-counters.ts';
import { overLimit } from '../unreadable.ts';
import { BodyText } from './body-text.ts';
import { Fonts } from './fonts.ts';
import { RowDraft } from './row-draft.ts';
import { RtfStory } from './rtf-story.ts';
import type { RtfHandler } from './scan-rtf.ts';
import { WORDS, type Word } from './words.ts';

/** `old` is the first text of a pair, for readers that do not know Unicode. */
type Destination = 'body' | 'fonts' | 'number' | 'old' | 'nothing';

/** What holds until the end of a group. */
interface Group {
  destination: Destination;
  font: number;
  /** How many characters stand in for one written as `\u`. */
  standIns: number;
  deleted: boolean;
  hidden: boolean;
  mark: TextMark | undefined;
  inTable: boolean;
  depth: number;
}

const OUTERMOST: Readonly<Group> = {
  destination: 'body',
  font: 0,
  standIns: 1,
  deleted: false,
  hidden: false,
  mark: undefined,
  inTable: false,
  depth: 0,
};

/** Control symbols that stand for a character. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['~', '\u00a0'],
  ['_', '-'],
  ['\t', '\t'],
]);

/** What a backslash before a line break means too. */
const PARAGRAPH_END = WORDS.get('par');

/** No code page has a digit as the second byte of a pair. */
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Follows an RTF document (Rich Text Format 1.9.1) and collects its text and tables. */
export class RtfBody implements RtfHandler {
  readonly fonts = new Fonts();
  /** The text that is being read: the document's, or that of a text box in it. */
  story = new RtfStory(this.fonts);
  hasPictures = false;
  readonly #number = new BodyText(this.fonts);
  readonly #groups: Group[] = [];
  #group: Group = { ...OUTERMOST };
  /** What goes on when a group ends: the text around a text box, the row around a nested row's definition. */
  readonly #afterGroup = new Map<Group, () => void>();
  /** The group began with `\*`: a reader that does not know its first word passes it over. */
  #marked = false;
  /** Characters still to be passed over after `\u`. */
  #standIns = 0;
  #boxes = 0;

  openGroup(): void {
    if (this.#groups.length >= LIMITS.nesting.limit) throw overLimit('nesting');
    this.#groups.push(this.#group);
    this.#marked = false;
    this.#standIns = 0;
  }

  closeGroup(): void {
    const closed = this.#group;
    this.#group = this.#groups.pop() ?? closed;
    this.#marked = false;
    this.#standIns = 0;
    if (closed === this.#group || this.#afterGroup.size === 0) return;
    this.#afterGroup.get(closed)?.();
    this.#afterGroup.delete(closed);
  }

  text(characters: string): void {
    const skipped = Math.min(this.#standIns, characters.length);
    this.#standIns -= skipped;
    this.print(skipped === 0 ? characters : characters.slice(skipped));
  }

  byte(value: number): void {
    if (this.#standIns > 0) this.#standIns--;
    else if (this.#group.mark && isDigit(value)) this.print(String.fromCharCode(value));
    else this.#target?.addByte(value, this.#group.font);
  }

  symbol(character: string): void {
    if (character === '*') this.#marked = true;
    else if (character === '\n' || character === '\r') this.word(PARAGRAPH_END, undefined);
    else if (this.#standIns > 0) this.#standIns--;
    else this.print(SYMBOLS.get(character) ?? '');
  }

  word(word: Word | undefined, value: number | undefined): void {
    const marked = this.#marked;
    this.#marked = false;
    if (word?.kind === 'character' && this.#standIns > 0) {
      this.#standIns--;
      return;
    }
    // A missing stand-in must not cost a mark that a table's shape hangs on.
    this.#standIns = 0;
    const { destination } = this.#group;
    if (destination === 'nothing') return;
    if (destination === 'old') {
      if (word?.kind === 'unicode') this.own.destination = this.#groups.at(-2)?.destination ?? 'nothing';
    } else if (word === undefined || word.kind === 'unicode') {
      if (marked) this.own.destination = 'nothing';
    } else if (word.kind === 'character') this.print(word.text);
    else if (word.kind === 'passed over' || (marked && !word.evenMarked)) this.own.destination = 'nothing';
    else word.act(this, value);
  }

  /** Everything that was collected. Throws `Unreadable` where a row of a table was begun and never ended. */
  finish(): Flow {
    return this.story.finish();
  }

  get group(): Readonly<Group> {
    return this.#group;
  }

  /** The group's own state, to be changed; until then it is shared with the group around it. */
  get own(): Group {
    if (this.#group === this.#groups.at(-1)) this.#group = { ...this.#group };
    return this.#group;
  }

  /** Where text goes, undefined where it is not part of the accepted, visible text. */
  get #target(): BodyText | undefined {
    const { destination, hidden, deleted } = this.#group;
    if (hidden || deleted) return undefined;
    if (destination === 'body') return this.story.text;
    return destination === 'number' ? this.#number : undefined;
  }

  print(text: string): void {
    if (text !== '') this.#target?.add(markedText(text, this.#group.mark));
  }

  /** A character of Unicode, after which come those that stand in for it. */
  printCode(code: number): void {
    if (code > 0 && code <= 0x10ffff) this.print(String.fromCodePoint(code));
    this.#standIns = this.#group.standIns;
  }

  /** How deep in tables the running paragraph stands. */
  get depth(): number {
    return this.#group.depth || (this.#group.inTable ? 1 : 0);
  }

  /** Without its mark, which a revision deleted, a paragraph goes on in the next one. */
  endParagraph(): void {
    if (!this.#group.deleted && this.#group.destination === 'body') this.story.endParagraph(this.depth);
  }

  /** The group holds the printed number of a list, for readers that do not number by themselves. */
  beginNumber(): void {
    const group = this.own;
    if (group.destination === 'number') return;
    group.destination = 'number';
    this.#afterGroup.set(group, () => {
      const number = this.#number.take().trim();
      if (LETTER_OR_DIGIT.test(number)) this.story.number = spaced(number);
    });
  }

  /** The group holds the text of a text box, which counts as a cell. */
  beginBox(): void {
    if (++this.#boxes > LIMITS.cells.limit) throw overLimit('cells');
    const group = this.own;
    group.inTable = false;
    group.depth = 0;
    const outer = this.story;
    const box = new RtfStory(this.fonts);
    this.story = box;
    this.#afterGroup.set(group, () => {
      this.story = outer;
      outer.addBox(box.finish());
    });
  }

  /** The group holds the definition of a nested row, and the mark that ends it. */
  beginNestedRow(): void {
    const { story } = this;
    const outer = story.row;
    story.row = new RowDraft();
    this.#afterGroup.set(this.own, () => {
      story.row = outer;
    });
  }
}
