import { damaged } from '../unreadable.ts';

const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;

const byteOrderMark = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** Text of an XML part: byte order mark, then its declaration, then UTF-8. Throws `Unreadable` (damaged). */
export const decodeXml = (bytes: Uint8Array): string => {
  const head = String.fromCharCode(...bytes.subarray(0, 128));
  const encoding = byteOrderMark(bytes) ?? DECLARATION.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged('XML 编码有错', 'the encoding of the XML is wrong');
  }
};
