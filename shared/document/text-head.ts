import { utf16Of } from './text/utf16.ts';

/** Enough to meet the first table of a report, whose narrative comes before it. */
const HEAD_BYTES = 64 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g;

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
