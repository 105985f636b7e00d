/** Splits that this many candidates exceed are hopeless: no relation will leave one. */
const MOST_CANDIDATES = 20_000;

/** A whole number without a leading zero, as every cell prints it. */
const isNumber = (text: string): boolean => text.length === 1 || !text.startsWith('0');

/**
 * All ways to read `words` (digits, kept apart where the source keeps them apart) as `count` whole numbers without
 * leading zeros, of which the last is the sum of the others. Undefined when there are too many to list.
 *
 * The sum prunes: what is read so far can never exceed the largest number that the rest can still hold.
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
  const visit = (from: number, numbers: number[], sum: number): boolean => {
    if (++steps > 500_000 || results.length > MOST_CANDIDATES) return false;
    const left = count - numbers.length;
    if (left === 1) {
      const last = digits.slice(from);
      const crosses = [...borders].some((border) => border > from && border < digits.length);
      if (!crosses && last !== '' && isNumber(last) && Number(last) === sum) results.push([...numbers, sum]);
      return true;
    }
    for (let to = from + 1; to <= digits.length - (left - 1); to++) {
      const text = digits.slice(from, to);
      if (!isNumber(text)) break;
      if (!visit(to, [...numbers, Number(text)], sum + Number(text))) return false;
      // A number ends at the latest where the source keeps words apart.
      if (borders.has(to)) break;
    }
    return true;
  };
  return visit(0, [], 0) ? results : undefined;
};
