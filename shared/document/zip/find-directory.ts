import { damaged } from '../unreadable.ts';

const END_MARK = 'PK\u0005\u0006';
const END_SIZE = 22;
const END64_SIGNATURE = 0x06064b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const LONGEST_COMMENT = 0xffff;

/** Where the central directory lies. `shift` is the number of bytes that stand in front of the archive. */
export interface Directory {
  readonly start: number;
  readonly end: number;
  readonly entries: number;
  readonly shift: number;
}

/** Position of the end of central directory record, or -1 where there is none. */
export const findEnd = (view: DataView): number => {
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const last = bytes.length - END_SIZE;
  const first = Math.max(0, last - LONGEST_COMMENT);
  for (let at = last; at >= first; at--) {
    at = bytes.lastIndexOf(END_MARK, at);
    if (at < first) return -1;
    if (at + END_SIZE + view.getUint16(at + 20, true) <= bytes.length) return at;
  }
  return -1;
};

/** Streaming writers put the true numbers into a 64-bit record even for a small archive (APPNOTE 4.3.14). */
const readEnd64 = (view: DataView, end: number) => {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE) return undefined;
  const stated = Number(view.getBigUint64(locator + 8, true));
  // With bytes in front the stated position is wrong; the record itself has 56 bytes and ends at the locator.
  for (const at of [stated, locator - 56]) {
    if (at < 0 || at + 56 > view.byteLength || view.getUint32(at, true) !== END64_SIGNATURE) continue;
    return {
      at,
      entries: Number(view.getBigUint64(at + 32, true)),
      size: Number(view.getBigUint64(at + 40, true)),
      offset: Number(view.getBigUint64(at + 48, true)),
    };
  }
  return undefined;
};

/**
 * Finds the central directory of a zip archive (APPNOTE 4.3.16). Throws `Unreadable` (damaged) when there is
 * none, which is what a truncated archive looks like, or when the archive is one of several volumes.
 */
export const findDirectory = (view: DataView): Directory => {
  const end = findEnd(view);
  if (end < 0) throw damaged('压缩包没有结尾', 'the zip archive has no end');
  const end64 = readEnd64(view, end);
  const entries = end64?.entries ?? view.getUint16(end + 10, true);
  const size = end64?.size ?? view.getUint32(end + 12, true);
  const offset = end64?.offset ?? view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0) {
    throw damaged('压缩包分卷不全', 'the zip archive is one of several volumes');
  }
  const directoryEnd = end64?.at ?? end;
  const start = directoryEnd - size;
  if (start < 0 || start < offset) throw damaged('压缩包目录位置不对', 'the zip directory is out of place');
  return { start, end: directoryEnd, entries, shift: start - offset };
};
