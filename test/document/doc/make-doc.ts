import { makeCompoundFile } from '../ole/make-compound-file.ts';

/** A paragraph with the mark that ends it, and its modifiers as bytes. */
export interface MadeParagraph {
  readonly text: string;
  readonly modifiers?: readonly number[];
}

export interface MadeDocument {
  readonly paragraphs: readonly MadeParagraph[];
  /** Modifiers of the characters from one position of the text to another. */
  readonly runs?: readonly {
    readonly from: number;
    readonly to: number;
    readonly modifiers: readonly number[];
  }[];
  /** Character counts of the pieces that the text is cut into; 8-bit ones where marked. */
  readonly pieces?: readonly { readonly length: number; readonly narrow?: boolean; readonly prm?: number }[];
  /** Flags of the file header: 0x0100 encrypted, 0x0004 saved in the order of editing. */
  readonly flags?: number;
  readonly signature?: number;
  /** Characters of the main text, where it is not all of it. */
  readonly mainText?: number;
  readonly data?: Uint8Array;
}

const TEXT_AT = 0x600;
const PAGE = 512;

class Bytes {
  readonly list: number[] = [];
  u16(...values: number[]): this {
    for (const value of values) this.list.push(value & 0xff, (value >> 8) & 0xff);
    return this;
  }
  u32(...values: number[]): this {
    for (const value of values) this.u16(value & 0xffff, value >>> 16);
    return this;
  }
}

/** Pages of formatting, one run a page: the offsets, where the modifiers stand, the modifiers. */
const page = (from: number, to: number, entry: number[], properties: number[]): Uint8Array => {
  const made = new Uint8Array(PAGE);
  made.set(new Bytes().u32(from, to).list);
  const at = PAGE - 2 - properties.length - (properties.length % 2);
  made[8] = at / 2;
  made.set(entry, 9);
  made.set(properties, at);
  made[PAGE - 1] = 1;
  return made;
};

/** Writes a Word 97 document, small and plain, for readers to be tried on. */
export const makeDoc = (made: MadeDocument): Uint8Array => {
  const text = made.paragraphs.map((paragraph) => paragraph.text).join('');
  const pieces = made.pieces ?? [{ length: text.length }];
  const offsets: number[] = [];
  const widths: number[] = [];
  const stored: number[] = [];
  let position = 0;
  for (const { length, narrow } of pieces) {
    for (const character of text.slice(position, position + length)) {
      offsets.push(TEXT_AT + stored.length);
      widths.push(narrow ? 1 : 2);
      stored.push(character.charCodeAt(0) & 0xff);
      if (!narrow) stored.push(character.charCodeAt(0) >> 8);
    }
    position += length;
  }
  offsets.push(TEXT_AT + stored.length);

  const pages: Uint8Array[] = [];
  const firstPage = Math.ceil((TEXT_AT + stored.length) / PAGE);
  const addPage = (made: Uint8Array) => firstPage + pages.push(made) - 1;
  const paragraphPages = new Bytes();
  const characterPages = new Bytes();
  const numbers: number[] = [];
  let at = 0;
  for (const { text: own, modifiers = [] } of made.paragraphs) {
    const last = at + own.length - 1;
    const from = offsets[at]!;
    const to = offsets[last]! + widths[last]!;
    const styled = [0, 0, ...modifiers];
    const words = styled.length % 2 === 0 ? [0, styled.length / 2] : [(styled.length + 1) / 2];
    numbers.push(addPage(page(from, to, [], [...words, ...styled])));
    paragraphPages.u32(from);
    at += own.length;
  }
  paragraphPages.u32(offsets.at(-1)!).u32(...numbers);
  const runs = made.runs ?? [{ from: 0, to: text.length, modifiers: [] }];
  const runNumbers = runs.map(({ from, to, modifiers }) =>
    addPage(page(offsets[from]!, offsets[to - 1]! + widths[to - 1]!, [], [modifiers.length, ...modifiers])),
  );
  characterPages.u32(...runs.map(({ from }) => offsets[from]!), offsets.at(-1)!, ...runNumbers);

  const pieceTable = new Bytes();
  const positions: number[] = [0];
  for (const { length } of pieces) positions.push(positions.at(-1)! + length);
  pieceTable.list.push(2);
  pieceTable.u32(4 * positions.length + 8 * pieces.length, ...positions);
  pieces.forEach(({ narrow, prm = 0 }, i) => {
    const offset = offsets[positions[i]!]!;
    pieceTable
      .u16(0)
      .u32(narrow ? 0x40000000 + 2 * offset : offset)
      .u16(prm);
  });

  const document = new Uint8Array((firstPage + pages.length) * PAGE);
  const view = new DataView(document.buffer);
  view.setUint16(0, made.signature ?? 0xa5ec, true);
  view.setUint16(10, 0x0200 | (made.flags ?? 0), true);
  const main = made.mainText ?? text.length;
  view.setUint32(0x4c, main, true);
  view.setUint32(0x64, text.length - main, true);
  const table = new Bytes();
  for (const [at, part] of [
    [0xfa, characterPages],
    [0x102, paragraphPages],
    [0x1a2, pieceTable],
  ] as const) {
    view.setUint32(at, table.list.length, true);
    view.setUint32(at + 4, part.list.length, true);
    for (const byte of part.list) table.list.push(byte);
  }
  document.set(stored, TEXT_AT);
  pages.forEach((made, i) => document.set(made, (firstPage + i) * PAGE));
  return makeCompoundFile({
    WordDocument: document,
    '1Table': Uint8Array.from(table.list),
    ...(made.data ? { Data: made.data } : {}),
  });
};

const u16 = (value: number): [number, number] => [value & 0xff, (value >> 8) & 0xff];

/** Modifiers of a paragraph in a table, and of one in a table at a depth. */
export const IN_TABLE = [0x16, 0x24, 1];
export const atDepth = (depth: number): number[] => [...IN_TABLE, 0x49, 0x66, depth & 0xff, depth >> 8, 0, 0];

/** sprmTDefTable: the borders of a row's cells, and for each cell its flags. */
export const rowDefinition = (edges: readonly number[], flags: readonly number[] = []): number[] => {
  const cells = edges.length - 1;
  const known = flags.flatMap((bits) => [...u16(bits), ...new Array<number>(18).fill(0)]);
  const size = 2 + 2 * edges.length + known.length;
  return [0x08, 0xd6, ...u16(size), cells, ...edges.flatMap(u16), ...known];
};

/** The modifiers of a row's end mark. */
export const rowEnd = (...definition: readonly number[]): number[] => [
  ...IN_TABLE,
  ...[0x17, 0x24, 1],
  ...definition,
];

/** A row: its cells, each ended by its mark, and the mark of the row with its definition. */
export const row = (cells: readonly string[], definition: readonly number[]): MadeParagraph[] => [
  ...cells.map((text) => ({ text: `${text}\u0007`, modifiers: IN_TABLE })),
  { text: '\u0007', modifiers: rowEnd(...definition) },
];
