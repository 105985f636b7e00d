import { damaged, overLimit } from '../../unreadable.ts';
import { inflate } from './inflate.ts';
import { type Dictionary, isArray, isDictionary, type Value } from './value.ts';

const broken = () => damaged('PDF 数据流有错', 'a stream of the PDF is wrong');

/** ISO 32000 7.4.2. */
const fromHexadecimal = (bytes: Uint8Array): Uint8Array => {
  const digits = Buffer.from(bytes).toString('latin1').split('>')[0]?.replace(/\s/g, '') ?? '';
  if (/[^\da-f]/i.test(digits)) throw broken();
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
};

/** ISO 32000 7.4.3. */
const fromAscii85 = (bytes: Uint8Array): Uint8Array => {
  const digits: number[] = [];
  const out: number[] = [];
  const flush = (count: number): void => {
    let value = 0;
    for (let i = 0; i < 5; i++) value = value * 85 + (digits[i] ?? 84);
    for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 255);
    digits.length = 0;
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) {
      if (digits.push(byte - 0x21) === 5) flush(4);
    } else if (byte > 32) throw broken();
  }
  if (digits.length > 1) flush(digits.length - 1);
  return Uint8Array.from(out);
};

const TIFF = 2;
const PNG = 10;

/** Undoes the PNG predictors, under which cross-reference streams are packed (ISO 32000 7.4.4.4). */
const unpredict = (bytes: Uint8Array, parameters: Dictionary): Uint8Array => {
  const get = (name: string, fallback: number): number => {
    const value = parameters.get(name);
    return typeof value === 'number' && value > 0 ? value : fallback;
  };
  const predictor = get('Predictor', 1);
  if (predictor === TIFF) throw broken();
  if (predictor < PNG) return bytes;
  const sample = Math.max(1, Math.ceil((get('Colors', 1) * get('BitsPerComponent', 8)) / 8));
  const width = Math.ceil((get('Columns', 1) * get('Colors', 1) * get('BitsPerComponent', 8)) / 8);
  if (width > bytes.length) throw broken();
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let i = 0; i < width; i++) {
      const at = row * width + i;
      const left = i >= sample ? (out[at - sample] ?? 0) : 0;
      const up = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && i >= sample ? (out[at - width - sample] ?? 0) : 0;
      out[at] = (bytes[row * (width + 1) + 1 + i] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
};

/** PNG filters 0 to 4 (RFC 2083, 6). */
const predicted = (kind: number, left: number, up: number, corner: number): number => {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) throw broken();
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byUp ?? 0) <= (byCorner ?? 0) ? up : corner;
};

/** How much at most comes out of a byte that run lengths pack; of LZW it is a fair guess. */
const EXPANSION = 64;

const listOf = (value: Value): readonly Value[] => {
  if (value === null) return [];
  return isArray(value) ? value : [value];
};

/**
 * A stream's content through its filters, at most `budget` bytes; undefined where a filter is for pictures or one
 * that is not needed to understand the file's structure. Throws `Unreadable` when the data is broken or too much.
 */
export const decode = (
  packed: Uint8Array,
  dictionary: Dictionary,
  budget: number,
): Uint8Array | undefined => {
  const filters = listOf(dictionary.get('Filter') ?? dictionary.get('F') ?? null);
  const parameters = listOf(dictionary.get('DecodeParms') ?? dictionary.get('DP') ?? null);
  let content = packed;
  for (const [i, filter] of filters.entries()) {
    if (filter === '/FlateDecode' || filter === '/Fl') {
      content = inflate(content, budget);
      const own = parameters[i];
      if (isDictionary(own)) content = unpredict(content, own);
    } else if (filter === '/ASCIIHexDecode' || filter === '/AHx') content = fromHexadecimal(content);
    else if (filter === '/ASCII85Decode' || filter === '/A85') content = fromAscii85(content);
    else {
      const packs = ['/LZWDecode', '/LZW', '/RunLengthDecode', '/RL'].includes(String(filter));
      if (packs && content.length * EXPANSION > budget) throw overLimit('inflatedBytes');
      return undefined;
    }
  }
  return content;
};
