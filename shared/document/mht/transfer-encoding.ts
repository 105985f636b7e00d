import { hexByteAt } from '../hex.ts';
import { damaged } from '../unreadable.ts';

const cut = () => damaged('MHT 编码不完整', 'the encoding of the web archive is incomplete');

const EQUALS = 0x3d;

/** RFC 2045, 6.7: `=E6` is a byte, `=` at the end of a line joins it with the next. */
const quotedPrintable = (text: string): Buffer => {
  if (/=[\dA-Fa-f]?$/.test(text)) throw cut();
  const bytes = Buffer.from(text.replace(/=[ \t]*\r?\n/g, ''), 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const encoded = bytes[at] === EQUALS ? hexByteAt(bytes, at + 1) : -1;
    bytes[length++] = encoded < 0 ? bytes[at]! : encoded;
    if (encoded >= 0) at += 2;
  }
  return bytes.subarray(0, length);
};

/** RFC 2045, 6.8. */
const base64 = (text: string): Buffer => {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(packed)) throw cut();
  return Buffer.from(packed, 'base64');
};

/** The bytes of a body from its transfer encoding; `text` holds one character a byte. Throws `Unreadable`. */
export const decodeTransfer = (text: string, encoding: string | undefined): Buffer => {
  switch (encoding?.toLowerCase()) {
    case 'quoted-printable':
      return quotedPrintable(text);
    case 'base64':
      return base64(text);
    default:
      return Buffer.from(text, 'latin1');
  }
};
