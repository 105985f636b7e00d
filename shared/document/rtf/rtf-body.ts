import type { Flow } from '../flow/flow.ts';
import { LIMITS } from '../limits.ts';
import { spaced } from '../numbering/list-counters.ts';
import { overLimit } from '../unreadable.ts';
import { BodyText } from './body-text.ts';
import { PASSED_OVER, READ_THOUGH_MARKED } from './destinations.ts';
import { Fonts } from './fonts.ts';
import { RowDraft } from './row-draft.ts';
import { RtfStory } from './rtf-story.ts';
import type { RtfHandler } from './scan-rtf.ts';
import { CHARACTERS, SYMBOLS } from './special-words.ts';

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
  inTable: boolean;
  depth: number;
}

const OUTERMOST: Readonly<Group> = {
  destination: 'body',
  font: 0,
  standIns: 1,
  deleted: false,
  hidden: false,
  inTable: false,
  depth: 0,
};

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isOn = (value: number | undefined): boolean => value !== 0;

/** Follows an RTF document (Rich Text Format 1.9.1) and collects its text and tables. */
export class RtfBody implements RtfHandler {
  readonly #fonts = new Fonts();
  readonly #number = new BodyText(this.#fonts);
  readonly #groups: Group[] = [];
  #group: Group = { ...OUTERMOST };
  #story = new RtfStory(this.#fonts);
  /** What goes on when a group ends: the text around a text box, the row around a nested row's definition. */
  readonly #afterGroup = new Map<Group, () => void>();
  /** The group began with `\*`: a reader that does not know its first word passes it over. */
  #marked = false;
  /** Characters still to be passed over after `\u`. */
  #standIns = 0;

  openGroup(): void {
    if (this.#groups.length >= LIMITS.nesting.limit) throw overLimit('nesting');
    this.#groups.push(this.#group);
    this.#marked = false;
    this.#standIns = 0;
  }

  closeGroup(): void {
    const closed = this.#group;
    this.#group = this.#groups.pop() ?? this.#group;
    this.#marked = false;
    this.#standIns = 0;
    if (closed === this.#group) return;
    this.#afterGroup.get(closed)?.();
    this.#afterGroup.delete(closed);
  }

  text(characters: string): void {
    const skipped = Math.min(this.#standIns, characters.length);
    this.#standIns -= skipped;
    this.#print(skipped === 0 ? characters : characters.slice(skipped));
  }

  byte(value: number): void {
    if (this.#standIns > 0) this.#standIns--;
    else this.#target?.addByte(value, this.#group.font);
  }

  symbol(character: string): void {
    if (character === '*') this.#marked = true;
    else if (character === '\n' || character === '\r') this.word('par', undefined);
    else if (this.#standIns > 0) this.#standIns--;
    else this.#print(SYMBOLS.get(character) ?? '');
  }

  word(name: string, value: number | undefined): void {
    const marked = this.#marked;
    this.#marked = false;
    const character = CHARACTERS.get(name);
    if (character !== undefined) {
      if (this.#standIns > 0) this.#standIns--;
      else this.#print(character);
      return;
    }
    // A missing stand-in must not cost a mark that a table's shape hangs on.
    this.#standIns = 0;
    const { destination } = this.#group;
    if (destination === 'nothing') return;
    if (destination === 'old') {
      if (name === 'ud') this.#own.destination = this.#groups.at(-2)?.destination ?? 'nothing';
    } else if (PASSED_OVER.has(name) || (marked && !READ_THOUGH_MARKED.has(name))) {
      this.#own.destination = 'nothing';
    } else if (!this.#story.row.take(name, value)) this.#words.get(name)?.(value);
  }

  /** Everything that was collected. Throws `Unreadable` where a row of a table was begun and never ended. */
  finish(): Flow {
    return this.#story.finish();
  }

  /** The group's own state: shared with the group around it until something changes. */
  get #own(): Group {
    if (this.#group === this.#groups.at(-1)) this.#group = { ...this.#group };
    return this.#group;
  }

  /** Where text goes, undefined where it is not part of the accepted, visible text. */
  get #target(): BodyText | undefined {
    const { destination, hidden, deleted } = this.#group;
    if (hidden || deleted) return undefined;
    if (destination === 'body') return this.#story.text;
    return destination === 'number' ? this.#number : undefined;
  }

  #print(text: string): void {
    if (text !== '') this.#target?.add(text);
  }

  get #depth(): number {
    return this.#group.depth || (this.#group.inTable ? 1 : 0);
  }

  /** The printed number of a list, which stands before the paragraph for readers that do not number. */
  #beginNumber(): void {
    const group = this.#own;
    if (group.destination === 'number') return;
    group.destination = 'number';
    this.#afterGroup.set(group, () => {
      const number = this.#number.take().trim();
      if (LETTER_OR_DIGIT.test(number)) this.#story.number = spaced(number);
    });
  }

  #beginBox(): void {
    const group = Object.assign(this.#own, { inTable: false, depth: 0 });
    const outer = this.#story;
    const box = new RtfStory(this.#fonts);
    this.#story = box;
    this.#afterGroup.set(group, () => {
      this.#story = outer;
      outer.addBox(box.finish());
    });
  }

  #beginNestedRow(): void {
    const story = this.#story;
    const outer = story.row;
    story.row = new RowDraft();
    this.#afterGroup.set(this.#own, () => {
      story.row = outer;
    });
  }

  readonly #words = new Map<string, (value: number | undefined) => void>(
    Object.entries({
      ansicpg: (value) => this.#fonts.setCodePage(value ?? 0),
      mac: () => this.#fonts.setCodePage(10000),
      deff: (value) => {
        this.#fonts.defaultFont = value ?? 0;
        this.#own.font = this.#fonts.defaultFont;
      },
      fonttbl: () => {
        this.#own.destination = 'fonts';
      },
      f: (value) => {
        if (this.#group.destination === 'fonts') this.#fonts.beginFont(value ?? 0);
        else this.#own.font = value ?? 0;
      },
      fcharset: (value) => this.#fonts.setCharacterSet(value ?? 0),
      cpg: (value) => this.#fonts.setFontCodePage(value ?? 0),
      upr: () => {
        this.#own.destination = 'old';
      },

      uc: (value) => {
        this.#own.standIns = Math.max(0, value ?? 1);
      },
      u: (value) => {
        const code = (value ?? 0) < 0 ? (value ?? 0) + 0x10000 : (value ?? 0);
        if (code > 0 && code <= 0x10ffff) this.#print(String.fromCodePoint(code));
        this.#standIns = this.#group.standIns;
      },
      plain: () => {
        Object.assign(this.#own, { font: this.#fonts.defaultFont, hidden: false, deleted: false });
      },
      v: (value) => {
        this.#own.hidden = isOn(value);
      },
      deleted: (value) => {
        this.#own.deleted = isOn(value);
      },
      listtext: () => this.#beginNumber(),
      pntext: () => this.#beginNumber(),
      shptxt: () => this.#beginBox(),
      dptxbxtext: () => this.#beginBox(),

      pard: () => {
        Object.assign(this.#own, { inTable: false, depth: 0 });
      },
      intbl: () => {
        this.#own.inTable = true;
      },
      itap: (value) => {
        this.#own.depth = Math.max(0, value ?? 1);
      },
      par: () => {
        // Without its mark a paragraph goes on in the next one.
        if (!this.#group.deleted && this.#group.destination === 'body') this.#story.endParagraph(this.#depth);
      },
      sect: () => this.#story.endParagraph(0),
      cell: () => this.#story.endCell(1),
      row: () => this.#story.endRow(1),
      nestcell: () => this.#story.endCell(Math.max(2, this.#depth)),
      nestrow: () => this.#story.endRow(Math.max(2, this.#depth)),
      trowd: () => {
        this.#story.row = new RowDraft();
      },
      nesttableprops: () => this.#beginNestedRow(),
    }),
  );
}
