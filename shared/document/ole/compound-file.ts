import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { rootStreams, type StreamEntry } from './directory.ts';
import { type SectorChain, sectorChain } from './sector-chain.ts';

/** A compound file ([MS-CFB]) whose header was checked. A stream is put together only when it is asked for. */
export interface CompoundFile {
  /** The streams directly under the root; those of embedded objects are left out. */
  readonly names: readonly string[];
  /**
   * The bytes of a stream under the root, or undefined where there is none of that name. Throws `Unreadable`
   * where the chain of sectors ends early, runs in a circle or leads out of the file.
   */
  read(name: string): Uint8Array | undefined;
}

const HEADER_SIZE = 512;
/** The header lists the first sectors of the allocation table, the rest stand in a chain of their own. */
const LISTED_IN_HEADER = 109;
const LAST_REGULAR_SECTOR = 0xfffffffa;

const brokenHeader = () => damaged('复合文档文件头有错', 'the header of the compound file is broken');

/** The places of the allocation table's sectors, in order ([MS-CFB] 2.5). */
const tableSectors = (view: DataView, size: number, sectors: number): number[] => {
  const places: number[] = [];
  const count = view.getUint32(44, true);
  if (count > sectors) throw brokenHeader();
  for (let i = 0; i < Math.min(count, LISTED_IN_HEADER); i++) places.push(view.getUint32(76 + 4 * i, true));
  let next = view.getUint32(68, true);
  while (places.length < count) {
    const start = (next + 1) * size;
    if (next > LAST_REGULAR_SECTOR || start + size > view.byteLength) throw brokenHeader();
    const listed = Math.min(size / 4 - 1, count - places.length);
    for (let i = 0; i < listed; i++) places.push(view.getUint32(start + 4 * i, true));
    next = view.getUint32(start + size - 4, true);
  }
  return places.map((sector) => (sector + 1) * size);
};

/** Opens a compound file held in memory. Throws `Unreadable` where its header or directory is broken. */
export const openCompoundFile = (bytes: Uint8Array): CompoundFile => {
  if (bytes.length < HEADER_SIZE) throw brokenHeader();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  // Version 3 has sectors of 512 bytes, version 4 of 4,096; the small ones have 64 in both ([MS-CFB] 2.2).
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) throw brokenHeader();
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const table = tableSectors(view, size, sectors);
  const regular = sectorChain(bytes, size, size, (sector) => {
    const place = table[Math.floor((4 * sector) / size)];
    const at = (place ?? bytes.length) + ((4 * sector) % size);
    return at + 4 > bytes.length ? undefined : view.getUint32(at, true);
  });
  const directory = regular.readToEnd(view.getUint32(48, true), LIMITS.entries.limit * 128);
  if (!directory) throw overLimit('entries');
  const { root, streams } = rootStreams(directory);
  const cutoff = view.getUint32(56, true);

  let small: SectorChain | undefined;
  const openSmall = (): SectorChain => {
    const store = regular.read(root.start, root.size);
    const links = regular.readToEnd(view.getUint32(60, true), bytes.length) ?? new Uint8Array();
    const linkView = new DataView(links.buffer, links.byteOffset, links.byteLength);
    return sectorChain(store, 0, 64, (sector) =>
      4 * sector + 4 > links.length ? undefined : linkView.getUint32(4 * sector, true),
    );
  };
  const read = (entry: StreamEntry): Uint8Array => {
    if (entry.size === 0) return new Uint8Array();
    if (entry.size >= cutoff) return regular.read(entry.start, entry.size);
    small ??= openSmall();
    return small.read(entry.start, entry.size);
  };
  return {
    names: [...streams.keys()],
    read: (name) => {
      const entry = streams.get(name);
      return entry && read(entry);
    },
  };
};
