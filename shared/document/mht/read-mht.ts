import { htmlToBlocks } from '../html/read-html.ts';
import type { ReadResult } from '../reader.ts';
import { type Decoded, decode } from '../text/decode.ts';
import { damaged, orRejection, unreadable } from '../unreadable.ts';
import { decodeUtf8 } from '../utf8.ts';
import { mediaType, parameter } from './headers.ts';
import { type Part, readParts } from './parts.ts';
import { decodeTransfer } from './transfer-encoding.ts';

const isPage = ({ headers }: Part): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType(headers));

const pageText = ({ headers, body }: Part): Decoded => {
  const bytes = decodeTransfer(body, headers.get('content-transfer-encoding'));
  const charset = parameter(headers.get('content-type'), 'charset');
  const usual = charset !== undefined && /^utf-?8$/i.test(charset) ? decodeUtf8(bytes) : undefined;
  if (usual !== undefined) return { text: usual, encoding: 'utf-8' };
  if (charset !== undefined) {
    try {
      const decoder = new TextDecoder(charset, { fatal: true });
      return { text: decoder.decode(bytes), encoding: decoder.encoding };
    } catch {
      // The stated charset is unknown or not what the bytes are: the bytes decide.
    }
  }
  const decoded = decode(bytes);
  if (!decoded) throw damaged('MHT 网页编码有错', 'the page in the web archive cannot be decoded');
  return decoded;
};

/** Only a multipart message says where it ends; a page alone must show by its own last tag that it was not cut. */
const demandEnd = (parts: readonly Part[], { text }: Decoded): void => {
  if (parts.length === 1 && /<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text)) {
    throw damaged('MHT 网页没有结尾', 'the page in the web archive has no end');
  }
};

const FRAMES = /<frameset[\s>]/i;
const SHEET = /sheet\d+\.html?$/i;

/** The pages to read: a workbook saved by Excel is a frame with one page for each sheet. */
const pagesOf = (parts: readonly Part[]): Decoded[] => {
  const pages = parts.filter(isPage);
  const first = pages[0];
  if (!first) throw unreadable('unsupported-format');
  const page = pageText(first);
  demandEnd(parts, page);
  if (!FRAMES.test(page.text)) return [page];
  const sheets = pages.filter(({ headers }) => SHEET.test(headers.get('content-location') ?? ''));
  return sheets.length > 0 ? sheets.map(pageText) : pages.slice(1).map(pageText);
};

/** Reads a web archive (MHT, RFC 2557): the page in it, without its pictures and style sheets. */
export const readMht = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const pages = pagesOf(readParts(message.replace(/^(?:ï»¿)?\s+/, '')));
    const html = pages.map(({ text }) => text).join('\n');
    const encoding = pages[0]?.encoding;
    return {
      ok: true,
      document: { format: 'mht', ...(encoding && { encoding }), blocks: htmlToBlocks(html) },
    };
  });
