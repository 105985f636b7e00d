/** No character before it is visible. */
const SPACE = 32;
const POINT = 46;
const DIGIT_0 = 48;

/** So many digits make a whole number and a power of ten without rounding, so that their quotient is the nearest. */
const EXACT = 15;

/**
 * What `Number` makes of the stretch of `text` from `from` to `to`. A page has thousands of numbers, nearly all of
 * them plain decimals, which are put together from their digits without a copy.
 */
export const numberIn = (text: string, from: number, to: number): number => {
  let digits = 0;
  let value = 0;
  let scale = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && scale === 0) scale = 1;
    else if (code >= DIGIT_0 && code < DIGIT_0 + 10 && ++digits <= EXACT) {
      value = value * 10 + code - DIGIT_0;
      scale *= 10;
    } else return Number(text.slice(from, to));
  }
  if (digits === 0) return Number(text.slice(from, to));
  return scale > 1 ? value / scale : value;
};

/** An attribute's number, NaN where there is none. */
export const numberOf = (text: string | undefined): number =>
  text === undefined ? Number.NaN : numberIn(text, 0, text.length);

/** The first numbers, at most `most`, of a list as in `Boundary="20 10 55.9 4.6"`; what is no number is left out. */
export const numbersOf = (list: string | undefined, most = Number.POSITIVE_INFINITY): number[] => {
  const numbers: number[] = [];
  if (!list) return numbers;
  for (let at = 0; at < list.length && numbers.length < most; ) {
    let end = at;
    while (end < list.length && list.charCodeAt(end) > SPACE) end++;
    const value = end > at ? numberIn(list, at, end) : Number.NaN;
    if (Number.isFinite(value)) numbers.push(value);
    at = end + 1;
  }
  return numbers;
};

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
  let at = 0;
  /** The number that stands at `at`, up to the next space; NaN behind the end. */
  const next = (): number => {
    const from = at;
    const space = list.indexOf(' ', from);
    const to = space < 0 ? list.length : space;
    at = to + 1;
    return from > list.length ? Number.NaN : numberIn(list, from, to);
  };
  while (at < list.length && deltas.length < most) {
    if (list.startsWith(' ', at)) {
      at++;
      continue;
    }
    const folded = list.startsWith('g ', at) || list.slice(at) === 'g';
    if (folded) at += 2;
    const times = folded ? next() : 1;
    const value = next();
    for (let n = 0; n < times && deltas.length < most; n++) deltas.push(Number.isFinite(value) ? value : 0);
  }
  return deltas;
};
