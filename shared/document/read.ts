import { detect } from './detect.ts';
import type { Format } from './document.ts';
import { LIMITS } from './limits.ts';
import type { Reader, ReadResult } from './reader.ts';
import { reject, rejectLimit } from './rejection.ts';

/** How to get the reader of each format; an engine loads only when its format comes. */
const LOADERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (await import('./text/read-text.ts')).readText,
  markdown: async () => (await import('./text/read-text.ts')).readText,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  mht: async () => (await import('./mht/read-mht.ts')).readMht,
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  doc: async () => (await import('./doc/read-doc.ts')).readDoc,
  rtf: async () => (await import('./rtf/read-rtf.ts')).readRtf,
  odt: async () => (await import('./odt/read-odt.ts')).readOdt,
  xlsx: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx,
  xls: async () => (await import('./xls/read-xls.ts')).readXls,
  ofd: async () => (await import('./ofd/read-ofd.ts')).readOfd,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
};

/** What has been loaded: an import that is only looked up again takes longer than reading a plain text. */
const LOADED = new Map<Format, Reader>();

const load = async (format: Format): Promise<Reader> => {
  const reader = await LOADERS[format]();
  LOADED.set(format, reader);
  return reader;
};

/**
 * Reads a document of any supported format, chosen by content. `name` is the file's name, for nothing but
 * telling look-alikes apart. A bad document gives a rejection, never an exception.
 */
export const read = async (bytes: Uint8Array, name: string): Promise<ReadResult> => {
  if (bytes.length === 0) return { ok: false, rejection: reject('empty') };
  if (bytes.length > LIMITS.fileBytes.limit) return { ok: false, rejection: rejectLimit('fileBytes') };
  const detected = detect(bytes, name);
  if ('rejection' in detected) return { ok: false, rejection: detected.rejection };
  const reader = LOADED.get(detected.format) ?? (await load(detected.format));
  return reader(bytes, name);
};
