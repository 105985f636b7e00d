/** Length of the longest common subsequence of two short texts. */
export const overlap = (a: string, b: string): number => {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] = a[i] === b[j] ? previous[j]! + 1 : Math.max(previous[j + 1]!, current[j]!);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
};

/**
 * How much two texts have in common, 0 to 1: twice the longest common subsequence over both lengths (the ratio of
 * Ratcliff and Obershelp, with order kept). Texts over 200 characters count as unlike.
 */
export const similarity = (a: string, b: string): number => {
  if (a.length === 0 || b.length === 0 || a.length > 200 || b.length > 200) return 0;
  return (2 * overlap(a, b)) / (a.length + b.length);
};
