/** DynamoDB sorts text by its bytes in UTF-8, JavaScript by its halves of UTF-16: 𠮷 stands elsewhere. */
const isBefore = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;

/** Reads one shard in order: the entries after a position, at most so many. */
export type ReadShard<Entry> = (after: string | undefined, limit: number) => Promise<Entry[]>;

/**
 * Merges shards that are each in order into the first `limit` entries of all, reading little more than it returns:
 * each shard is asked for its fair share first, and again only when it ran out before the page was full.
 *
 * @param after entries up to and including this one are left out
 */
export const mergeShards = async <Entry>(
  shards: readonly ReadShard<Entry>[],
  sortOf: (entry: Entry) => string,
  after: string | undefined,
  limit: number,
): Promise<Entry[]> => {
  const share = Math.ceil(limit / shards.length) + 2;
  const heads = await Promise.all(
    shards.map(async (read) => {
      const entries = await read(after, share);
      return { read, entries, next: 0, more: entries.length === share };
    }),
  );
  const merged: Entry[] = [];
  while (merged.length < limit) {
    for (const head of heads) {
      if (head.next < head.entries.length || !head.more) continue;
      const last = head.entries.at(-1);
      head.entries = await head.read(last === undefined ? after : sortOf(last), share);
      head.next = 0;
      head.more = head.entries.length === share;
    }
    const ready = heads.filter((head) => head.next < head.entries.length);
    const first = ready.reduce<(typeof ready)[number] | undefined>((least, head) => {
      const entry = head.entries[head.next];
      const leastEntry = least?.entries[least.next];
      return entry !== undefined && (leastEntry === undefined || isBefore(sortOf(entry), sortOf(leastEntry)))
        ? head
        : least;
    }, undefined);
    const entry = first?.entries[first.next];
    if (!first || entry === undefined) break;
    merged.push(entry);
    first.next += 1;
  }
  return merged;
};
