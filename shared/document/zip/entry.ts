import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import type { Directory } from './find-directory.ts';

const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 1;
const IN_ZIP64 = 0xffffffff;

/** One part of an archive. `start` is where its (compressed) bytes begin, all sizes are in bytes. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** The 64-bit values that replace the fields holding 0xffffffff, in the order of APPNOTE 4.5.3. */
const zip64Values = (view: DataView, from: number, to: number): number[] => {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA && at + 4 + length <= to) {
      const values: number[] = [];
      for (let i = 0; i + 8 <= length; i += 8) values.push(Number(view.getBigUint64(at + 4 + i, true)));
      return values;
    }
    at += 4 + length;
  }
  return [];
};

/** Where an entry's bytes begin: behind its local header, which must repeat the name's length. */
const dataStart = (view: DataView, local: number, nameLength: number): number => {
  if (local + LOCAL_SIZE > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
    throw damaged('压缩包内文件头不对', 'a header inside the zip archive is wrong');
  }
  const localNameLength = view.getUint16(local + 26, true);
  if (localNameLength !== nameLength)
    throw damaged('压缩包内文件名不一致', 'names inside the zip archive differ');
  return local + LOCAL_SIZE + localNameLength + view.getUint16(local + 28, true);
};

/** No entry may share a byte with another: overlapping entries are how a small archive inflates without end. */
const demandApart = (spans: [from: number, to: number][], directory: Directory): void => {
  spans.sort((a, b) => a[0] - b[0]);
  let free = 0;
  for (const [from, to] of spans) {
    if (from < free || to > directory.start)
      throw damaged('压缩包内文件重叠', 'entries of the zip archive overlap');
    free = to;
  }
};

/**
 * All entries of the central directory by name, with `/` between folders. Throws `Unreadable` when a limit is
 * passed, or when entries are cut, double, overlapping or not where the directory says.
 */
export const readEntries = (
  bytes: Uint8Array,
  view: DataView,
  directory: Directory,
): ReadonlyMap<string, Entry> => {
  if (directory.entries > LIMITS.entries.limit) throw overLimit('entries');
  const entries = new Map<string, Entry>();
  const spans: [number, number][] = [];
  let inflated = 0;
  let at = directory.start;
  for (let n = 0; n < directory.entries; n++) {
    if (at + CENTRAL_SIZE > directory.end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) {
      throw damaged('压缩包目录不完整', 'the zip directory is incomplete');
    }
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extra = at + CENTRAL_SIZE + nameLength;
    const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > directory.end) throw damaged('压缩包目录不完整', 'the zip directory is incomplete');
    const wide = zip64Values(view, extra, extra + view.getUint16(at + 30, true));
    const field = (offset: number): number => {
      const value = view.getUint32(at + offset, true);
      return value === IN_ZIP64 ? (wide.shift() ?? value) : value;
    };
    const size = field(24);
    const packed = field(20);
    const local = field(42) + directory.shift;
    const rawName = bytes.subarray(at + CENTRAL_SIZE, extra);
    const name = (flags & 0x800 ? utf8 : latin1).decode(rawName).replaceAll('\\', '/');
    const start = dataStart(view, local, nameLength);
    if (entries.has(name)) throw damaged('压缩包内文件重名', 'the zip archive names a file twice');
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    entries.set(name, { name, method, encrypted: (flags & 1) === 1, crc, packed, size, start });
    spans.push([local, start + packed]);
    inflated += size;
    if (inflated > LIMITS.inflatedBytes.limit) throw overLimit('inflatedBytes');
    at = next;
  }
  if (at !== directory.end) throw damaged('压缩包目录不完整', 'the zip directory is incomplete');
  demandApart(spans, directory);
  return entries;
};
