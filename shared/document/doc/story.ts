import { LIMITS } from '../limits.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { ByteSource } from './byte-source.ts';
import { type CharacterReader, readCharacterProperties } from './character-runs.ts';
import { FieldResults } from './field-results.ts';
import { type FormattedRuns, runAt } from './formatted-pages.ts';
import type { ParagraphProperties, ParagraphReader } from './paragraph-properties.ts';
import type { Piece } from './pieces.ts';

/** A paragraph as it stands in the text. */
export interface StoryParagraph {
  readonly text: string;
  /** The character that ends it: paragraph mark, cell mark, or page and section break. */
  readonly mark: number;
  readonly properties: ParagraphProperties;
  /** Whether a revision deleted the mark. */
  readonly markDeleted: boolean;
  /** Positions of the pictures and shapes in it. */
  readonly anchors: readonly number[];
}

/** All that is needed to read any part of the text. */
export interface TextSource {
  readonly pieces: readonly Piece[];
  readonly complex: boolean;
  readonly document: ByteSource;
  readonly characters: CharacterReader;
  readonly paragraphRuns: FormattedRuns;
  readonly paragraphs: ParagraphReader;
}

export const CELL_MARK = 0x07;
const PICTURE = 0x01;
const SHAPE = 0x08;
const PAGE_BREAK = 0x0c;
const PARAGRAPH_MARK = 0x0d;

/** Below this, characters have a meaning of their own ([MS-DOC] 2.4.1). */
const FIRST_PLAIN = 0x20;
const TEXT_FOR: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-' };
/** The character that stands for one of a symbol font ([MS-DOC] 2.6.1: sprmCSymbol). */
const SYMBOL_STAND_IN = '(';

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const CP_1252 = new TextDecoder('windows-1252');

const decode = (bytes: Uint8Array, width: 1 | 2): string => (width === 1 ? CP_1252 : UTF_16).decode(bytes);

const unaligned = () =>
  damaged('段落格式与文字对不上', 'the formatting of paragraphs does not match the text');

/** Piece and character modifiers that hold for a stretch of text. */
interface Stretch {
  readonly piece: Piece;
  readonly unseen: boolean;
  readonly deleted: boolean;
  readonly symbol: number | undefined;
  readonly mark: TextMark | undefined;
}

const PLAIN_PIECE = readCharacterProperties(new ByteSource(new Uint8Array()), 0, 0);

class StoryReader {
  readonly #source: TextSource;
  readonly #to: number;
  readonly #give: (paragraph: StoryParagraph) => void;
  readonly #fields = new FieldResults();
  #text = '';
  #anchors: number[] = [];
  #ended = true;
  #paragraphs = 0;

  constructor(source: TextSource, to: number, give: (paragraph: StoryParagraph) => void) {
    this.#source = source;
    this.#to = to;
    this.#give = give;
  }

  /** Reads the part of a piece from position `from` on. */
  readPiece(piece: Piece, from: number): void {
    const { document, characters: runs } = this.#source;
    const { width, modifiers } = piece;
    const length = Math.min(this.#to, piece.to) - from;
    const start = piece.offset + (from - piece.from) * width;
    const characters = decode(document.slice(start, length * width), width);
    if (characters.length !== length) throw unaligned();
    const own =
      modifiers.length > 0
        ? readCharacterProperties(new ByteSource(modifiers), 0, modifiers.length)
        : PLAIN_PIECE;
    for (let at = 0; at < length; ) {
      const { properties, end: endOffset } = runs.at(start + at * width);
      const end = Math.min(length, Math.ceil((endOffset - start) / width));
      const stretch: Stretch = {
        piece,
        unseen: properties.unseen || own.unseen,
        deleted: properties.deleted || own.deleted,
        symbol: properties.symbol,
        mark: properties.mark,
      };
      let plainFrom = at;
      for (; at < end; at++) {
        const code = characters.charCodeAt(at);
        if (code >= FIRST_PLAIN) continue;
        if (at > plainFrom) this.#add(characters.slice(plainFrom, at), stretch);
        this.#takeSpecial(code, from + at, stretch);
        plainFrom = at + 1;
      }
      if (end > plainFrom) this.#add(characters.slice(plainFrom, end), stretch);
    }
  }

  /** Throws `Unreadable` where the text does not end with a paragraph and outside all fields. */
  finish(): void {
    if (!this.#ended || this.#text !== '' || this.#fields.open) {
      throw damaged('文字没有读到段落的结尾', 'the text does not end with a paragraph');
    }
  }

  #add(text: string, { unseen, symbol, mark }: Stretch): void {
    this.#ended = false;
    if (unseen || this.#fields.inInstruction) return;
    this.#text +=
      symbol === undefined
        ? markedText(text, mark)
        : text.replaceAll(SYMBOL_STAND_IN, String.fromCharCode(symbol));
  }

  #takeSpecial(code: number, position: number, stretch: Stretch): void {
    if (code === PARAGRAPH_MARK || code === CELL_MARK || code === PAGE_BREAK) {
      this.#endParagraph(code, position, stretch);
      return;
    }
    if (code === PICTURE || code === SHAPE) this.#anchors.push(position);
    if (!this.#fields.take(code)) this.#add(TEXT_FOR[code] ?? '', stretch);
  }

  #endParagraph(mark: number, position: number, stretch: Stretch): void {
    const { piece, deleted } = stretch;
    const { paragraphRuns, paragraphs, complex } = this.#source;
    const offset = piece.offset + (position - piece.from) * piece.width;
    const run = runAt(paragraphRuns, offset);
    const end = paragraphRuns.ends[run] ?? 0;
    if (offset >= end) throw unaligned();
    if (end !== offset + piece.width && mark === PAGE_BREAK) {
      this.#add('\n', stretch);
      return;
    }
    // Every run of formatting ends with a mark, unless the text was saved in the order of editing.
    if (end !== offset + piece.width && !complex && !this.#isMark(end - piece.width, piece.width)) {
      throw unaligned();
    }
    this.#ended = true;
    if (++this.#paragraphs > LIMITS.marks.limit) throw overLimit('marks');
    const properties = paragraphs.read(paragraphRuns.properties[run]!, piece.modifiers);
    const endsMore = mark !== PARAGRAPH_MARK || properties.endsInnerCell || properties.endsInnerRow;
    // Without its mark a paragraph goes on in the next one.
    if (deleted && !endsMore && position + 1 < this.#to) return;
    this.#give({ text: this.#text, mark, properties, markDeleted: deleted, anchors: this.#anchors });
    this.#text = '';
    this.#anchors = [];
  }

  #isMark(offset: number, width: 1 | 2): boolean {
    const { document } = this.#source;
    const code = width === 1 ? document.u8(offset) : document.u16(offset);
    return code === PARAGRAPH_MARK || code === CELL_MARK || code === PAGE_BREAK;
  }
}

/**
 * Reads the characters from position `from` to `to` of the text and hands over paragraph by paragraph. Deleted and
 * hidden text and the instructions of fields are left out. Throws `Unreadable` where the last character ends no
 * paragraph, a field does not end, or the places of the paragraphs' formatting do not fit the text.
 */
export const readStory = (
  source: TextSource,
  from: number,
  to: number,
  give: (paragraph: StoryParagraph) => void,
): void => {
  const reader = new StoryReader(source, to, give);
  for (const piece of source.pieces) {
    if (piece.to > from && piece.from < to) reader.readPiece(piece, Math.max(from, piece.from));
  }
  reader.finish();
};
