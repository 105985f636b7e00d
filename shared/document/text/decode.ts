import { decodeUtf8, hasUtf8Mark } from '../utf8.ts';
import { utf16Of } from './utf16.ts';

export interface Decoded {
  readonly text: string;
  /** As the WHATWG names it: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`. */
  readonly encoding: string;
}

const decodeAs = (encoding: string, bytes: Uint8Array): Decoded | null => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
};

const decodeAny = (bytes: Uint8Array): Decoded | null => {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeAs(utf16, bytes);
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  return hasUtf8Mark(bytes) ? null : decodeAs('gb18030', bytes);
};

/** UTF-8 that ends inside a character: the file was cut off. */
export const isCutOff = (bytes: Uint8Array): boolean => {
  try {
    // In a stream, the rest of the last character may still come.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Control characters that no text holds; a zero above all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Bytes to text without guessing by statistics: byte order mark, then code units for UTF-16, then strict UTF-8,
 * then strict GB18030 (which contains GBK and GB2312). Statistical detectors did worse on real pages.
 *
 * Returns null when the bytes are no text in any of them.
 */
export const decode = (bytes: Uint8Array): Decoded | null => {
  const candidate = decodeAny(bytes);
  return candidate && !CONTROL.test(candidate.text) ? candidate : null;
};
