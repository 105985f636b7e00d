import type { Format } from './document.ts';
import { openCompoundFile } from './ole/compound-file.ts';
import { isOle, oleNames } from './ole/directory-names.ts';
import { type Rejection, reject } from './rejection.ts';
import { headOfText } from './text-head.ts';
import { Unreadable } from './unreadable.ts';
import { findEnd } from './zip/find-directory.ts';
import { openZip } from './zip/open-zip.ts';

/** The format of the bytes, or why no reader can take them. */
export type Detection = { readonly format: Format } | { readonly rejection: Rejection };

const startsWith = (bytes: Uint8Array, text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
};

/** The names that tell what a zip archive is, first match first. */
const ZIP_SIGNS: readonly (readonly [RegExp, Format])[] = [
  [/^ofd\.xml$/i, 'ofd'],
  [/^xl\/workbook\.xml$/i, 'xlsx'],
  [/^word\/[^/]+\.xml$/i, 'docx'],
  [/^(?:content\.xml|encrypted-package)$/, 'odt'],
];

const OLE_SIGNS: readonly (readonly [name: string, Format])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

const unsupported: Detection = { rejection: reject('unsupported-format') };

const detectZip = (bytes: Uint8Array): Detection => {
  try {
    const { names } = openZip(bytes);
    const sign = ZIP_SIGNS.find(([pattern]) => names.some((name) => pattern.test(name)));
    return sign ? { format: sign[1] } : unsupported;
  } catch (error) {
    if (error instanceof Unreadable) return { rejection: error.rejection };
    throw error;
  }
};

/**
 * Only the names under the root count: a workbook may hold a Word document as an object. Where the directory cannot
 * be followed, all names that are left count.
 */
const rootNames = (bytes: Uint8Array): { names: ReadonlySet<string>; whole: boolean } => {
  try {
    return { names: new Set(openCompoundFile(bytes).names), whole: true };
  } catch (error) {
    if (error instanceof Unreadable) return { names: oleNames(bytes), whole: false };
    throw error;
  }
};

const detectOle = (bytes: Uint8Array): Detection => {
  const { names, whole } = rootNames(bytes);
  // A password on an OOXML file puts the whole archive into a compound file ([MS-OFFCRYPTO] 2.3.4.4).
  if (names.has('EncryptedPackage')) return { rejection: reject('encrypted') };
  const sign = OLE_SIGNS.find(([name]) => names.has(name));
  if (sign) return { format: sign[1] };
  return whole && names.size > 0 ? unsupported : { rejection: reject('damaged') };
};

const PDF_MARK = '%PDF-';

/** ISO 32000 lets a header begin anywhere in the first 1,024 bytes (Annex H, note 13). */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1023 + PDF_MARK.length, bytes.length)).includes(
    PDF_MARK,
  );

const hasZipEnd = (bytes: Uint8Array): boolean =>
  findEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) >= 0;

/** OpenDocument text in a single XML file. */
const FLAT_ODT = /<office:document\b[^>]*urn:oasis:names:tc:opendocument/;

/** A Word document in a single XML file: of Word 2003, or a package written flat. */
const FLAT_WORD = /<(?:w:wordDocument|pkg:package)\b/;

/** Excel's single-file XML, which would pass for a web page. */
const FLAT_EXCEL = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

/** A row of dashes under a table's head, or a heading with number signs, as in GFM. */
const MARKDOWN = /^(?:[ \t]*(?:\|[ \t]*)?(?::?-{3,}:?[ \t]*\|)|#{1,6} +\S)/m;

/** Most texts hold neither mark, and are not searched line by line. */
const isMarkdown = (head: string): boolean =>
  (head.includes('---') || head.includes('# ')) && MARKDOWN.test(head);

/** A page without a beginning: some of its elements. */
const MARKUP = /<\/?(?:table|tbody|tr|td|p|div|span|br)\b[^>]{0,500}>/gi;
const FEWEST_ELEMENTS = 3;

const hasMarkup = (head: string): boolean =>
  head.includes('<') && (head.match(MARKUP)?.length ?? 0) >= FEWEST_ELEMENTS;

const TEXT_SIGNS: readonly (readonly [(head: string, name: string) => boolean, Format | undefined])[] = [
  [(head) => head.startsWith('{\\rtf'), 'rtf'],
  [
    (head) =>
      /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart\/)/i.test(head),
    'mht',
  ],
  [(head) => head.startsWith('<?xml') && FLAT_ODT.test(head), 'odt'],
  [(head) => head.startsWith('<?xml') && FLAT_WORD.test(head), 'docx'],
  [(head) => head.startsWith('<?xml') && FLAT_EXCEL.test(head), undefined],
  [(head) => /^<(?:!doctype|!--|\?xml|[a-z][\w:-]*[\s>/])/i.test(head), 'html'],
  [(head, name) => /\.(?:md|markdown)(?:\.txt)?$/i.test(name) || isMarkdown(head), 'markdown'],
  [hasMarkup, 'html'],
  [() => true, 'text'],
];

/**
 * Finds out what the bytes are from the bytes themselves; `name` only tells plain text from markdown.
 * A `.doc` that is really HTML, MHT, RTF or DOCX is named as what it is. Never throws.
 */
export const detect = (bytes: Uint8Array, name: string): Detection => {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return detectZip(bytes);
  if (isOle(bytes)) return detectOle(bytes);
  if (isPdf(bytes)) return { format: 'pdf' };
  if (hasZipEnd(bytes)) return detectZip(bytes);
  const head = headOfText(bytes);
  if (head === undefined) return unsupported;
  const format = TEXT_SIGNS.find(([matches]) => matches(head, name))?.[1];
  return format ? { format } : unsupported;
};
