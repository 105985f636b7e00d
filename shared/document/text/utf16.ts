export type Utf16 = 'utf-16le' | 'utf-16be';

/** Bytes looked at: enough for a heading and a few lines. */
const SAMPLE = 4096;
/** Share of the code units that must be of a report's kinds. */
const PLAUSIBLE = 0.95;

/** What Chinese reports are written with: ASCII, Han, the punctuation and full-width forms set with them. */
const isPlausible = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x09 && code <= 0x0d) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x2010 && code <= 0x2027) ||
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0xff00 && code <= 0xffef) ||
  code === 0xa0;

/**
 * UTF-16 by its byte order mark, else by what its code units would be. Only bytes with zeros among them come into
 * question: line breaks, digits and Latin letters have one, and no other encoding of text has any.
 */
export const utf16Of = (bytes: Uint8Array): Utf16 | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 2 || !sample.includes(0)) return undefined;
  let little = 0;
  let big = 0;
  const units = sample.length >> 1;
  for (let i = 0; i < units; i++) {
    const first = sample[2 * i]!;
    const second = sample[2 * i + 1]!;
    if (isPlausible(first | (second << 8))) little++;
    if (isPlausible((first << 8) | second)) big++;
  }
  if (little === big) return undefined;
  const [best, order] = little > big ? ([little, 'utf-16le'] as const) : ([big, 'utf-16be'] as const);
  return best >= units * PLAUSIBLE ? order : undefined;
};
