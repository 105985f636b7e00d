import { damaged } from '../unreadable.ts';
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
const PAGE_BREAK = 0x0c;
const PARAGRAPH_MARK = 0x0d;

/** Characters with a meaning of their own ([MS-DOC] 2.4.1): all below space, and `(`, the stand-in for symbols. */
const SPECIAL = /[^ -')-\uffff]/;
const TEXT_FOR: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-' };
const SYMBOL_STAND_IN = 0x28;

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const CP_1252 = new TextDecoder('windows-1252');

const unaligned = () =>
  damaged('段落格式与文字对不上', 'the formatting of paragraphs does not match the text');

/** Piece and character modifiers that hold for a stretch of text. */
interface Stretch {
  readonly piece: Piece;
  readonly unseen: boolean;
  readonly deleted: boolean;
  readonly symbol: number | undefined;
}

const PLAIN_PIECE = readCharacterProperties(new ByteSource(new Uint8Array()), 0, 0);

class StoryReader {
  readonly #source: TextSource;
  readonly #to: number;
  readonly #give: (paragraph: StoryParagraph) => void;
  readonly #fields = new FieldResults();
  #text = '';
  #ended = true;

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
    const characters = (width === 1 ? CP_1252 : UTF_16).decode(document.slice(start, length * width));
    if (characters.length !== length) throw unaligned();
    const own =
      modifiers.length > 0
        ? readCharacterProperties(new ByteSource(modifiers), 0, modifiers.length)
        : PLAIN_PIECE;
    const specials = new RegExp(SPECIAL, 'g');
    let special = specials.exec(characters)?.index ?? length;
    for (let at = 0; at < length; ) {
      const { properties, end: endOffset } = runs.at(start + at * width);
      const end = Math.min(length, Math.ceil((endOffset - start) / width));
      const stretch: Stretch = {
        piece,
        unseen: properties.unseen || own.unseen,
        deleted: properties.deleted || own.deleted,
        symbol: properties.symbol,
      };
      while (at < end) {
        const until = Math.min(special, end);
        if (until > at) this.#add(characters.slice(at, until), stretch);
        at = until;
        if (at === end) break;
        this.#takeSpecial(characters.charCodeAt(at), from + at, stretch);
        at++;
        special = specials.exec(characters)?.index ?? length;
      }
    }
  }

  /** Throws `Unreadable` where the text does not end with a paragraph and outside all fields. */
  finish(): void {
    if (!this.#ended || this.#text !== '' || this.#fields.open) {
      throw damaged('文字没有读到段落的结尾', 'the text does not end with a paragraph');
    }
  }

  #add(text: string, { unseen }: Stretch): void {
    this.#ended = false;
    if (!unseen && !this.#fields.inInstruction) this.#text += text;
  }

  #takeSpecial(code: number, position: number, stretch: Stretch): void {
    if (code === PARAGRAPH_MARK || code === CELL_MARK || code === PAGE_BREAK) {
      this.#endParagraph(code, position, stretch);
    } else if (code === SYMBOL_STAND_IN) {
      this.#add(stretch.symbol === undefined ? '(' : String.fromCharCode(stretch.symbol), stretch);
    } else if (!this.#fields.take(code)) this.#add(TEXT_FOR[code] ?? '', stretch);
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
    // Every mark ends a run of formatting, unless the text was saved in the order of editing.
    if (end !== offset + piece.width && !complex) throw unaligned();
    this.#ended = true;
    const properties = paragraphs.read(paragraphRuns.properties[run]!, piece.modifiers);
    const endsMore = mark !== PARAGRAPH_MARK || properties.endsInnerCell || properties.endsInnerRow;
    // Without its mark a paragraph goes on in the next one.
    if (deleted && !endsMore && position + 1 < this.#to) return;
    this.#give({ text: this.#text, mark, properties, markDeleted: deleted });
    this.#text = '';
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
