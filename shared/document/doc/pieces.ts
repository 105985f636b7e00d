import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import type { ByteSource } from './byte-source.ts';
import type { FileInformation } from './file-information.ts';

/** A stretch of the text that stands in one place of the file. */
export interface Piece {
  /** Position of its first character in the text, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Where it stands in the `WordDocument` stream, and the bytes of one character: 1 or 2. */
  readonly offset: number;
  readonly width: 1 | 2;
  /** Modifiers for everything in the piece, beyond those of its paragraphs and runs; often none. */
  readonly modifiers: Uint8Array;
}

const NONE = new Uint8Array();
const PRC = 1;
const PLC_PCD = 2;

/**
 * A modifier in two bytes names one of a fixed list by seven bits ([MS-DOC] 2.9.215); these are the ones that
 * matter here.
 */
const SHORT_MODIFIERS: Readonly<Record<number, number>> = {
  12: 0x260a,
  24: 0x2416,
  25: 0x2417,
  65: 0x0800,
  92: 0x083c,
};

const pieceModifiers = (prm: number, long: readonly Uint8Array[]): Uint8Array => {
  if (prm & 1) return long[prm >> 1] ?? NONE;
  const code = SHORT_MODIFIERS[(prm >> 1) & 0x7f];
  return code === undefined ? NONE : Uint8Array.of(code & 0xff, code >> 8, prm >> 8);
};

const broken = () => damaged('Word 文档的文字表有错', 'the piece table of the Word document is broken');

/**
 * The piece table ([MS-DOC] 2.9.38, 2.8.35), which must cover the whole text without a gap, every piece of it
 * inside the stream. 8-bit pieces are cp1252, all others UTF-16LE.
 */
export const readPieces = (table: ByteSource, information: FileInformation, stream: number): Piece[] => {
  const { start, size } = information.parts.pieces;
  table.need(start, size);
  const end = start + size;
  const long: Uint8Array[] = [];
  let at = start;
  while (at < end && table.u8(at) === PRC) {
    const length = table.u16(at + 1);
    long.push(table.slice(at + 3, length));
    at += 3 + length;
  }
  if (at >= end || table.u8(at) !== PLC_PCD) throw broken();
  const length = table.u32(at + 1);
  const positions = at + 5;
  const count = (length - 4) / 12;
  if (!Number.isInteger(count) || count < 1 || positions + length > end) throw broken();
  if (count > LIMITS.pieces.limit) throw overLimit('pieces');
  const descriptors = positions + 4 * (count + 1);

  const pieces: Piece[] = [];
  let from = table.u32(positions);
  if (from !== 0) throw broken();
  for (let i = 0; i < count; i++) {
    const to = table.u32(positions + 4 * (i + 1));
    const place = table.u32(descriptors + 8 * i + 2);
    const width = place & 0x40000000 ? 1 : 2;
    const offset = width === 1 ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    if (to <= from || offset + (to - from) * width > stream) throw broken();
    const modifiers = pieceModifiers(table.u16(descriptors + 8 * i + 6), long);
    pieces.push({ from, to, offset, width, modifiers });
    from = to;
  }
  if (from < information.characters) throw broken();
  return pieces;
};
