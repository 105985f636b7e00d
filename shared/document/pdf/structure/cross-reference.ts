import { LIMITS } from '../../limits.ts';
import { damaged, overLimit } from '../../unreadable.ts';
import { Parser } from './parser.ts';
import type { PdfStream } from './stream.ts';
import { type Dictionary, isArray, isDictionary, type Value } from './value.ts';

/** Where an object is: at an offset of the file, or inside an object stream. */
export type Location = { readonly offset: number } | { readonly container: number; readonly index: number };

export interface CrossReference {
  readonly locations: ReadonlyMap<number, Location>;
  /** The newest trailer. */
  readonly trailer: Dictionary;
}

/** ISO 32000 Annex H, notes 13 and 18: the header may stand in the first, the end in the last 1,024 bytes. */
const NEAR = 1024;

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const noEnd = () => damaged('PDF 没有结尾', 'the PDF has no end');
const noTable = () => damaged('PDF 交叉引用表有错', 'the cross-reference table of the PDF is wrong');

/** Number of bytes in front of `%PDF-`, from which all offsets count. */
const headerShift = (bytes: Uint8Array): number => {
  const at = textOf(bytes.subarray(0, NEAR)).indexOf('%PDF-');
  if (at < 0) throw damaged('不是 PDF', 'there is no PDF header');
  return at;
};

/** The offset that stands before the last `%%EOF`. A truncated file has none at its end. */
const startOf = (bytes: Uint8Array): number => {
  const tail = textOf(bytes.subarray(Math.max(0, bytes.length - NEAR)));
  const end = tail.lastIndexOf('%%EOF');
  // A new revision that was cut off begins behind the end of the one before.
  if (end < 0 || /\bobj\b|\bxref\b|\bstream\b/.test(tail.slice(end))) throw noEnd();
  const start = /startxref\s+(\d+)\s*$/.exec(tail.slice(0, end));
  if (!start) throw noEnd();
  return Number(start[1]);
};

/** A linearized file states its length first (ISO 32000 F.3.3), so that a shorter one is known to be cut. */
const checkLength = (bytes: Uint8Array): void => {
  const head = textOf(bytes.subarray(0, NEAR));
  const length = /\/Linearized\b/.test(head) ? /\/L\s+(\d+)/.exec(head)?.[1] : undefined;
  if (length !== undefined && Number(length) > bytes.length) throw noEnd();
};

const number = (value: Value | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const bigEndian = (bytes: Uint8Array, at: number, width: number): number => {
  let value = 0;
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
};

/** Reads an object at an offset of the file as a stream; the table's own streams are never encrypted. */
export type ReadStream = (offset: number) => PdfStream;

/**
 * Reads the chain of cross-reference tables and streams (ISO 32000 7.5.4, 7.5.8), the newest first. Throws
 * `Unreadable` where the file has no proper end or the chain is broken: a repaired file may lack anything.
 */
export const readCrossReference = (bytes: Uint8Array, readStream: ReadStream): CrossReference => {
  checkLength(bytes);
  const shift = headerShift(bytes);
  const locations = new Map<number, Location | undefined>();
  const seen = new Set<number>();
  const waiting = [startOf(bytes)];
  let trailer: Dictionary | undefined;

  const add = (object: number, location: Location | undefined): void => {
    if (!locations.has(object)) locations.set(object, location);
    if (locations.size > LIMITS.objects.limit) throw overLimit('objects');
  };

  /** Reads a table's entries without taking them in: those of the stream that its trailer names come first. */
  const readTable = (parser: Parser) => {
    const entries: [object: number, location: Location | undefined][] = [];
    for (let first = parser.integer(); first !== undefined; first = parser.integer()) {
      const count = parser.integer() ?? 0;
      if (count > LIMITS.objects.limit) throw overLimit('objects');
      for (let i = 0; i < count; i++) {
        const offset = parser.integer();
        const generation = parser.integer();
        parser.skipSpace();
        const kind = parser.token();
        if (offset === undefined || generation === undefined || (kind !== 'n' && kind !== 'f'))
          throw noTable();
        // Some producers count from 1 though the free head of the list, object 0, comes first.
        if (i === 0 && first === 1 && kind === 'f' && generation === 65535) first = 0;
        entries.push([first + i, kind === 'n' && offset > 0 ? { offset: offset + shift } : undefined]);
        if (entries.length > LIMITS.objects.limit) throw overLimit('objects');
      }
    }
    if (!parser.keyword('trailer')) throw noTable();
    const dictionary = parser.value();
    if (!isDictionary(dictionary)) throw noTable();
    return { dictionary, entries };
  };

  const readTableStream = (offset: number): Dictionary => {
    const { dictionary, content } = readStream(offset);
    const widths = dictionary.get('W');
    const [type = 0, second = 0, third = 0] = isArray(widths)
      ? widths.map((width) => number(width) ?? 0)
      : [];
    const length = type + second + third;
    const size = number(dictionary.get('Size')) ?? 0;
    const given = dictionary.get('Index');
    const index = isArray(given) ? given.map((value) => number(value) ?? 0) : [0, size];
    if (dictionary.get('Type') !== '/XRef' || length < 2 || length > 24) throw noTable();
    const entries = content();
    let at = 0;
    for (let i = 0; i + 1 < index.length; i += 2) {
      const [first = 0, count = 0] = index.slice(i, i + 2);
      for (let n = 0; n < count; n++, at += length) {
        if (at + length > entries.length) throw noTable();
        const kind = type === 0 ? 1 : bigEndian(entries, at, type);
        const a = bigEndian(entries, at + type, second);
        const b = bigEndian(entries, at + type + second, third);
        if (kind === 1) add(first + n, a > 0 ? { offset: a + shift } : undefined);
        else add(first + n, kind === 2 ? { container: a, index: b } : undefined);
      }
    }
    return dictionary;
  };

  for (let start = waiting.shift(); start !== undefined; start = waiting.shift()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const parser = new Parser(bytes, start + shift);
    if (parser.at >= bytes.length) throw noTable();
    const table = parser.keyword('xref') ? readTable(parser) : undefined;
    const dictionary = table?.dictionary ?? readTableStream(start + shift);
    const hidden = table && number(dictionary.get('XRefStm'));
    // Word lists objects for newer readers in a stream, and as free ones in the table (ISO 32000 7.5.8.4).
    if (hidden !== undefined) readTableStream(hidden + shift);
    for (const [object, location] of table?.entries ?? []) add(object, location);
    trailer ??= dictionary;
    const previous = number(dictionary.get('Prev'));
    if (previous !== undefined) waiting.push(previous);
  }
  if (!trailer) throw noTable();
  const live = [...locations].filter((entry): entry is [number, Location] => entry[1] !== undefined);
  return { locations: new Map(live), trailer };
};
