import { damaged } from '../unreadable.ts';

/** Where a stream begins and how many bytes it has. */
export interface StreamEntry {
  readonly start: number;
  readonly size: number;
}

const ENTRY_SIZE = 128;
const STREAM = 2;
const ROOT = 5;
const NO_ENTRY = 0xffffffff;

const brokenDirectory = () => damaged('复合文档目录有错', 'the directory of the compound file is broken');

/**
 * The root storage and the streams directly under it, by name ([MS-CFB] 2.6). They hang in a binary tree of
 * entries; one that is met twice makes the tree a circle.
 */
export const rootStreams = (
  directory: Uint8Array,
): { readonly root: StreamEntry; readonly streams: ReadonlyMap<string, StreamEntry> } => {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const count = Math.floor(directory.length / ENTRY_SIZE);
  if (count === 0 || view.getUint8(66) !== ROOT) throw brokenDirectory();
  const entryAt = (at: number): StreamEntry => ({
    start: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
  });
  const streams = new Map<string, StreamEntry>();
  const seen = new Set<number>();
  const open = [view.getUint32(76, true)];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === NO_ENTRY) continue;
    if (index >= count || seen.has(index)) throw brokenDirectory();
    seen.add(index);
    const at = index * ENTRY_SIZE;
    // The length counts bytes, with the two of the final zero.
    const length = view.getUint16(at + 64, true);
    if (length > 64) throw brokenDirectory();
    let name = '';
    for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
    if (view.getUint8(at + 66) === STREAM) streams.set(name, entryAt(at));
    open.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
  }
  return { root: entryAt(0), streams };
};
