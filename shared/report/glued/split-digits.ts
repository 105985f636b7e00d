/** Splits that this many candidates exceed are hopeless: no relation will leave one. */
const MOST_CANDIDATES = 2_000;

/** Longer searches than this are given up: a real row takes some hundred steps. */
const MOST_STEPS = 50_000;

/** A whole number without a leading zero, as every cell prints it. */
const isNumber = (text: string): boolean => text.length === 1 || !text.startsWith('0');

/** The least that `length` digits can add up to as `count` numbers: some number has its share of them. */
const leastSum = (length: number, count: number): number => {
  const share = Math.ceil(length / count);
  return share > 1 ? 10 ** (share - 1) : 0;
};

/**
 * All ways to read `words` (digits, kept apart where the source keeps them apart) as `count` whole numbers without
 * leading zeros, of which the last is the sum of the others. Undefined when there are too many to list.
 *
 * The last number is chosen first: what the others add up to can never exceed it.
 */
export const splitWithSum = (words: readonly string[], count: number): number[][] | undefined => {
  const digits = words.join('');
  if (!/^\d+$/.test(digits) || digits.length < count || words.length > count) return [];
  const borders = new Set<number>();
  let length = 0;
  for (const word of words) {
    length += word.length;
    borders.add(length);
  }
  const results: number[][] = [];
  let steps = 0;
  const visit = (from: number, end: number, numbers: number[], rest: number): void => {
    const left = count - 1 - numbers.length;
    if (left === 0) {
      if (from === end && rest === 0) results.push(numbers);
      return;
    }
    if (rest < leastSum(end - from, left)) return;
    for (let to = from + 1; to <= end - (left - 1); to++) {
      if (++steps > MOST_STEPS || results.length > MOST_CANDIDATES) return;
      const text = digits.slice(from, to);
      if (!isNumber(text) || Number(text) > rest) break;
      visit(to, end, [...numbers, Number(text)], rest - Number(text));
      // A number ends at the latest where the source keeps words apart.
      if (borders.has(to)) break;
    }
  };
  const lastWord = digits.length - words.at(-1)!.length;
  for (let start = digits.length - 1; start >= Math.max(lastWord, count - 1); start--) {
    const last = digits.slice(start);
    if (isNumber(last)) visit(0, start, [], Number(last));
  }
  if (steps > MOST_STEPS || results.length > MOST_CANDIDATES) return undefined;
  return results.map((numbers) => [...numbers, numbers.reduce((sum, number) => sum + number, 0)]);
};
