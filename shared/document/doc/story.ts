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
  const fields = new FieldResults();
  let text = '';
  let ended = true;

  const endParagraph = (mark: number, position: number, piece: Piece, markDeleted: boolean): void => {
    const offset = piece.offset + (position - piece.from) * piece.width;
    const run = runAt(source.paragraphRuns, offset);
    // A page break may stand inside a paragraph; every other mark ends a run of formatting, unless the text was
    // saved in the order of editing.
    const end = source.paragraphRuns.ends[run] ?? 0;
    if (offset >= end) throw unaligned();
    if (mark !== PAGE_BREAK && !source.complex && end !== offset + piece.width) throw unaligned();
    const properties = source.paragraphs.read(source.paragraphRuns.properties[run]!, piece.modifiers);
    const endsMore = mark !== PARAGRAPH_MARK || properties.endsInnerCell || properties.endsInnerRow;
    // Without its mark a paragraph goes on in the next one.
    if (markDeleted && !endsMore && position + 1 < to) return;
    give({ text, mark, properties, markDeleted });
    text = '';
  };

  for (const piece of source.pieces) {
    const first = Math.max(from, piece.from);
    const last = Math.min(to, piece.to);
    if (first >= last) continue;
    const start = piece.offset + (first - piece.from) * piece.width;
    const bytes = source.document.slice(start, (last - first) * piece.width);
    const characters = (piece.width === 1 ? CP_1252 : UTF_16).decode(bytes);
    if (characters.length !== last - first) throw unaligned();
    const own =
      piece.modifiers.length > 0
        ? readCharacterProperties(new ByteSource(piece.modifiers), 0, piece.modifiers.length)
        : undefined;

    const specials = new RegExp(SPECIAL, 'g');
    let special = specials.exec(characters);
    for (let at = 0; at < characters.length; ) {
      const run = source.characters.at(start + at * piece.width);
      const end = Math.min(characters.length, Math.ceil((run.end - start) / piece.width));
      const { symbol } = run.properties;
      const unseen = run.properties.unseen || own?.unseen === true;
      const deleted = run.properties.deleted || own?.deleted === true;
      const add = (addition: string) => {
        if (!unseen && !fields.inInstruction) text += addition;
      };
      let done = at;
      for (; special && special.index < end; special = specials.exec(characters)) {
        const { index } = special;
        const code = characters.charCodeAt(index);
        if (code === SYMBOL_STAND_IN && symbol === undefined) continue;
        add(characters.slice(done, index));
        done = index + 1;
        ended = code === PARAGRAPH_MARK || code === CELL_MARK || code === PAGE_BREAK;
        if (ended) endParagraph(code, first + index, piece, deleted);
        else if (code === SYMBOL_STAND_IN) add(String.fromCharCode(symbol!));
        else if (!fields.take(code)) add(TEXT_FOR[code] ?? '');
      }
      if (done < end) {
        add(characters.slice(done, end));
        ended = false;
      }
      at = end;
    }
  }
  if (!ended || text !== '' || fields.open) {
    throw damaged('文字没有读到段落的结尾', 'the text does not end with a paragraph');
  }
};
