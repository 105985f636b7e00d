export interface Decoded {
  readonly text: string;
  /** As the WHATWG names it: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`. */
  readonly encoding: string;
}

/** Share of zero bytes at even and at odd places of the first kilobytes: Latin text in UTF-16 has many on one side. */
const zeroBytes = (bytes: Uint8Array): { even: number; odd: number } => {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  return { even, odd };
};

const decodeAs = (encoding: string, bytes: Uint8Array): Decoded | null => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
};

/** Control characters that no text holds; a zero above all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Bytes to text without guessing by statistics: byte order mark, then zero bytes for UTF-16, then strict UTF-8,
 * then strict GB18030 (which contains GBK and GB2312). Statistical detectors did worse on real pages.
 *
 * Returns null when the bytes are no text in any of them.
 */
export const decode = (bytes: Uint8Array): Decoded | null => {
  const [b0, b1, b2] = bytes;
  const zeros = zeroBytes(bytes);
  const candidate =
    b0 === 0xef && b1 === 0xbb && b2 === 0xbf
      ? decodeAs('utf-8', bytes)
      : b0 === 0xff && b1 === 0xfe
        ? decodeAs('utf-16le', bytes)
        : b0 === 0xfe && b1 === 0xff
          ? decodeAs('utf-16be', bytes)
          : zeros.odd > 4 * zeros.even && zeros.odd > 8
            ? decodeAs('utf-16le', bytes)
            : zeros.even > 4 * zeros.odd && zeros.even > 8
              ? decodeAs('utf-16be', bytes)
              : (decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes));
  return candidate && !CONTROL.test(candidate.text) ? candidate : null;
};
