import { damaged } from '../unreadable.ts';

const END_OF_CHAIN = 0xfffffffe;

/** Reads what stands in chained sectors of one size. */
export interface SectorChain {
  /** Exactly `size` bytes from the chain that begins with sector `start`. */
  read(start: number, size: number): Uint8Array;
  /** All bytes of the chain, or undefined where it is longer than `limit`. */
  readToEnd(start: number, limit: number): Uint8Array | undefined;
}

const brokenChain = () =>
  damaged('复合文档的扇区链断裂', 'a chain of sectors of the compound file is broken');

/**
 * Chained sectors in `store`: sector 0 begins at `origin`, each has `size` bytes, and `next` gives the sector
 * after one, or undefined for a sector that the allocation table does not know.
 * A chain that never ends is told by its length: no sound chain has more sectors than the store.
 */
export const sectorChain = (
  store: Uint8Array,
  origin: number,
  size: number,
  next: (sector: number) => number | undefined,
): SectorChain => {
  const sectors = Math.ceil((store.length - origin) / size);

  const follow = (start: number): number[] => {
    const chain: number[] = [];
    let sector = start;
    while (sector !== END_OF_CHAIN) {
      if (sector >= sectors || chain.length >= sectors) throw brokenChain();
      chain.push(sector);
      const following = next(sector);
      if (following === undefined) throw brokenChain();
      sector = following;
    }
    return chain;
  };

  const gather = (chain: readonly number[], length: number): Uint8Array => {
    const content = new Uint8Array(length);
    let at = 0;
    for (const sector of chain) {
      if (at >= length) break;
      const from = origin + sector * size;
      const part = store.subarray(from, from + Math.min(size, length - at));
      content.set(part, at);
      at += part.length;
      // The last sector of a file may be cut after the last byte that is used, none before it.
      if (part.length < size && at < length) throw brokenChain();
    }
    if (at < length) throw brokenChain();
    return content;
  };

  return {
    read: (start, length) => {
      if (length > store.length) throw brokenChain();
      return gather(follow(start), length);
    },
    readToEnd: (start, limit) => {
      const chain = follow(start);
      return chain.length * size > limit ? undefined : gather(chain, chain.length * size);
    },
  };
};
