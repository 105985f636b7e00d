import { unzipSync, zipSync } from 'fflate';
import type { Format } from '../../shared/document/document.ts';
import { decode } from '../../shared/document/text/decode.ts';
import { renumberDoc, renumberXls } from './distinct-binary.ts';
import { fromQuotedPrintable, toQuotedPrintable } from './quoted-printable.ts';
import type { Sample } from './samples.ts';

/** Where each format keeps the number of a cell. */
const NUMBERS: Partial<Record<Format, RegExp>> = {
  text: /(?<=[\t|]\s*|^\s*|\S\s{2,})\d+(?=\s*(?:[\t|]|$|\s{2,}))/gm,
  markdown: /(?<=\|\s*)\d+(?=\s*\|)/g,
  html: /(?<=>\s*)\d+(?=(?:\s|&nbsp;)*<\/)/g,
  mht: /(?<=>\s*)\d+(?=(?:\s|&nbsp;)*<\/)/g,
  docx: /(?<=<w:t(?: [^>]*)?>)\d+(?=<\/w:t><\/w:r><\/w:p>)/g,
  odt: /(?<=>)\d+(?=(?:<\/text:span>)?<\/text:p><\/table:table-cell>)/g,
  rtf: /(?<=\{\\loch\s)\d+(?=\}\\cell)/g,
  xlsx: /(?<=<c\b[^>]* t="n"[^>]*><v>)\d+(?=<\/v>)/g,
};

const PARTS: Partial<Record<Format, string>> = {
  docx: 'word/document.xml',
  odt: 'content.xml',
  xlsx: 'xl/worksheets/sheet1.xml',
};

/** Where the tables begin: years and dates of the title and the narrative are left as they are. */
const TABLES = /第二十条第|<table\b|<w:tbl>|<table:table\b|\\trowd|<sheetData>/;

/** The first number put in: sums and other small numbers stay below. */
export const FIRST_DISTINCT = 211;

/** What the names of such samples hold. */
export const DISTINCT = 'distinct-';

const counter = (): (() => number) => {
  let next = FIRST_DISTINCT;
  return () => next++;
};

const renumber = (text: string, numbers: RegExp): string => {
  const start = Math.max(0, text.search(TABLES));
  const next = counter();
  return text.slice(0, start) + text.slice(start).replace(numbers, () => String(next()));
};

/**
 * The sample with a number of its own in every cell: most cells of real reports hold 0, which hides a value that
 * moved to another cell. Undefined for formats whose cells cannot be written so simply.
 */
export const distinct = (sample: Sample): Sample | undefined => {
  const { format, bytes } = sample;
  const name = `${DISTINCT}${sample.name}`;
  if (format === 'doc') return { name, format, bytes: renumberDoc(bytes) };
  if (format === 'xls') return { name, format, bytes: renumberXls(bytes, counter()) };
  const numbers = NUMBERS[format];
  if (!numbers) return undefined;
  const encode = (text: string) => new TextEncoder().encode(text);
  const part = PARTS[format];
  if (part) {
    const parts = unzipSync(bytes);
    const text = renumber(decode(parts[part]!)!.text, numbers);
    return { name, format, bytes: zipSync({ ...parts, [part]: encode(text) }) };
  }
  const { text, encoding } = decode(bytes) ?? { text: '', encoding: '' };
  if (encoding !== 'utf-8') return undefined;
  if (format !== 'mht') return { name, format, bytes: encode(renumber(text, numbers)) };
  const head = /^[\s\S]*?\n\r?\n/.exec(text)?.[0] ?? '';
  const page = fromQuotedPrintable(text.slice(head.length));
  return { name, format, bytes: encode(head + toQuotedPrintable(renumber(page, numbers))) };
};
