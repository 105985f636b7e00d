/** A list of numbers as in `Boundary="20 10 55.9 4.6"`; what is no number is left out. */
export const numbersOf = (list: string | undefined): number[] => {
  const numbers: number[] = [];
  if (!list) return numbers;
  for (let at = 0; at < list.length; ) {
    let end = at;
    while (end < list.length && list.charCodeAt(end) > SPACE) end++;
    const value = end > at ? Number(list.slice(at, end)) : Number.NaN;
    if (Number.isFinite(value)) numbers.push(value);
    at = end + 1;
  }
  return numbers;
};

/** No character before it is visible. */
const SPACE = 32;

/** At most so many offsets are unfolded: a text object has one for each of its characters. */
const LONGEST = 100_000;

/**
 * The distances between characters (GB/T 33190-2016, 11.3, table 46): numbers, where `g n v` stands for n times
 * v. At most `limit` of them.
 */
export const deltasOf = (list: string | undefined, limit: number): number[] => {
  const deltas: number[] = [];
  if (!list) return deltas;
  const most = Math.min(limit, LONGEST);
  const parts = list.split(' ');
  for (let i = 0; i < parts.length && deltas.length < most; i++) {
    const part = parts[i];
    if (!part) continue;
    const times = part === 'g' ? Number(parts[i + 1]) : 1;
    const value = Number(part === 'g' ? parts[i + 2] : part);
    if (part === 'g') i += 2;
    for (let n = 0; n < times && deltas.length < most; n++) deltas.push(Number.isFinite(value) ? value : 0);
  }
  return deltas;
};
