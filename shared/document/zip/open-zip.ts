import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { damaged, overLimit, Unreadable, unreadable } from '../unreadable.ts';
import { type Entry, readEntries } from './entry.ts';
import { findDirectory } from './find-directory.ts';

/** An archive whose directory was checked. A part is inflated only when it is asked for, and is never a path. */
export interface Zip {
  readonly names: readonly string[];
  /**
   * The inflated bytes of a part, or undefined where there is none of that name (upper and lower case are one,
   * as OPC demands). Throws `Unreadable` when the part is encrypted, cut, other than its checksum, or when all
   * parts read so far pass the limit on inflated bytes.
   */
  read(name: string): Uint8Array | undefined;
}

const STORED = 0;
const DEFLATED = 8;

const inflate = (packed: Uint8Array, entry: Entry, budget: number): Uint8Array => {
  try {
    // `info` tells how much was consumed, which the types of this overload do not say.
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(1, budget),
      chunkSize: Math.min(Math.max(1024, entry.size + 1), 1 << 20),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    if (engine.bytesWritten !== packed.length) {
      throw damaged('压缩数据后有多余内容', 'compressed data is followed by something else');
    }
    return buffer;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw overLimit('inflatedBytes');
    throw damaged('压缩数据有错', 'compressed data is broken');
  }
};

/**
 * Opens a zip archive held in memory. Bytes in front of the archive are passed over; the declared size of all
 * parts, their number and their places are checked before anything is inflated. Throws `Unreadable`.
 */
export const openZip = (bytes: Uint8Array): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(bytes, view, findDirectory(view));
  const lowerCase = new Map([...entries.values()].map((entry) => [entry.name.toLowerCase(), entry]));
  let budget: number = LIMITS.inflatedBytes.limit;

  const read = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name) ?? lowerCase.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.encrypted) throw unreadable('encrypted');
    const packed = bytes.subarray(entry.start, entry.start + entry.packed);
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      throw damaged(`压缩方法 ${entry.method} 未知`, `compression method ${entry.method} is unknown`);
    }
    const content = entry.method === STORED ? packed : inflate(packed, entry, budget);
    if (content.length !== entry.size || crc32(content) !== entry.crc) {
      throw damaged('压缩包内文件校验不符', 'a file inside the zip archive fails its checksum');
    }
    budget -= content.length;
    return content;
  };
  return { names: [...entries.keys()], read };
};
