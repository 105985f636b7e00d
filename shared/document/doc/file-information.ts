import { LIMITS } from '../limits.ts';
import { damaged, overLimit, unreadable } from '../unreadable.ts';

/** A part of the table stream: offset and length in bytes. */
export interface PartPlace {
  readonly start: number;
  readonly size: number;
}

/** What the file information block (FIB) at the head of the `WordDocument` stream says ([MS-DOC] 2.5). */
export interface FileInformation {
  readonly tableStream: '0Table' | '1Table';
  /** Saved incrementally ("fast save"): text stands in the file in the order of editing. */
  readonly complex: boolean;
  /** Characters of the main text, which begins at position 0. */
  readonly mainText: number;
  /** Positions of the first character of the text boxes' text and of the one after the last. */
  readonly textBoxes: readonly [from: number, to: number];
  /** Characters of all parts of the text together. */
  readonly characters: number;
  readonly parts: Record<
    'styles' | 'characterPages' | 'paragraphPages' | 'pieces' | 'shapes' | 'boxes' | 'lists' | 'listUses',
    PartPlace
  >;
}

const WORD_97 = 0xa5ec;
/** Word 6.0 and 95 wrote another layout under the same stream name. */
const WORD_6 = 0xa5dc;
const SHORTEST = 0x2f2;

/** Offsets of pairs fc/lcb in `FibRgFcLcb97` ([MS-DOC] 2.5.6), from the start of the stream. */
const PARTS = {
  styles: 0xa2,
  characterPages: 0xfa,
  paragraphPages: 0x102,
  pieces: 0x1a2,
  shapes: 0x1da,
  boxes: 0x25a,
  lists: 0x2e2,
  listUses: 0x2ea,
} as const;

/** The parts of the text in their order: offsets of the counts in `FibRgLw97` ([MS-DOC] 2.5.4). */
const STORIES = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68] as const;
const TEXT_BOX_STORY = 6;

/** Reads the FIB. Throws `Unreadable`: `encrypted`, `unsupported-format` before Word 97, or `damaged`. */
export const readFileInformation = (stream: Uint8Array): FileInformation => {
  const broken = () => damaged('Word 文件头有错', 'the header of the Word document is broken');
  if (stream.length < SHORTEST) throw broken();
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const signature = view.getUint16(0, true);
  if (signature === WORD_6) {
    throw unreadable('unsupported-format', { zh: 'Word 6.0/95 文档', en: 'a Word 6.0/95 document' });
  }
  if (signature !== WORD_97) throw broken();
  const flags = view.getUint16(10, true);
  if (flags & 0x0100) throw unreadable('encrypted');
  const counts = STORIES.map((at) => view.getInt32(at, true));
  if (counts.some((count) => count < 0)) throw broken();
  const characters = counts.reduce((sum, count) => sum + count, 0);
  if (characters > LIMITS.characters.limit) throw overLimit('characters');
  const mainText = counts[0]!;
  const boxesFrom = counts.slice(0, TEXT_BOX_STORY).reduce((sum, count) => sum + count, 0);
  const part = (at: number): PartPlace => ({
    start: view.getUint32(at, true),
    size: view.getUint32(at + 4, true),
  });
  return {
    tableStream: flags & 0x0200 ? '1Table' : '0Table',
    complex: (flags & 0x0004) !== 0,
    mainText,
    textBoxes: [boxesFrom, boxesFrom + counts[TEXT_BOX_STORY]!],
    characters,
    parts: {
      styles: part(PARTS.styles),
      characterPages: part(PARTS.characterPages),
      paragraphPages: part(PARTS.paragraphPages),
      pieces: part(PARTS.pieces),
      shapes: part(PARTS.shapes),
      boxes: part(PARTS.boxes),
      lists: part(PARTS.lists),
      listUses: part(PARTS.listUses),
    },
  };
};
