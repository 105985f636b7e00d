/** Enough to meet the first table of a report, whose narrative comes before it. */
const HEAD_BYTES = 64 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g;

const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  for (let i = 0; i < Math.min(4096, bytes.length); i++) {
    if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  }
  // Line breaks, digits and Latin letters have a zero byte, always on the same side.
  if (odd > 0 && even === 0) return 'utf-16le';
  if (even > 0 && odd === 0) return 'utf-16be';
  return undefined;
};

/**
 * The beginning of a text with its ASCII characters right, without byte order mark and leading space;
 * undefined where the bytes are no text. Other characters may be wrong: the encoding is the reader's matter.
 */
export const headOfText = (bytes: Uint8Array): string | undefined => {
  const head = bytes.subarray(0, HEAD_BYTES);
  const utf16 = utf16Of(head);
  const text = utf16
    ? new TextDecoder(utf16).decode(head)
    : Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > text.length / 500 || (utf16 && /[\ufffe\uffff]/.test(text))) return undefined;
  return text.replace(/^(?:\ufeff|ï»¿)?\s*/, '');
};
