/** Random numbers that are the same in every run (mulberry32). */
export interface Random {
  /** A whole number from 0 up to, and not including, `limit`. */
  below(limit: number): number;
  /** One of the list; undefined for an empty one. */
  pick<T>(list: readonly T[]): T | undefined;
}

export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] };
};
