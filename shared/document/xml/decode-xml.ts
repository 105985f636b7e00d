import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { decodeUtf8 } from '../utf8.ts';

const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

const byteOrderMark = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** Text of an XML part: byte order mark, then its declaration, then UTF-8. Throws `Unreadable`. */
export const decodeXml = (bytes: Uint8Array): string => {
  if (bytes.length > LIMITS.xmlBytes.limit) throw overLimit('xmlBytes');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding =
    byteOrderMark(bytes) ?? DECLARATION.exec(buffer.toString('latin1', 0, 128))?.[1] ?? 'utf-8';
  const usual = /^utf-?8$/i.test(encoding) ? decodeUtf8(bytes) : undefined;
  if (usual !== undefined) return usual;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged('XML 编码有错', 'the encoding of the XML is wrong');
  }
};
