import { detect } from './detect.ts';
import type { Format } from './document.ts';
import { LIMITS } from './limits.ts';
import type { Reader, ReadResult } from './reader.ts';
import { reject, rejectLimit } from './rejection.ts';

/** How to get the reader of each format; an engine loads only when its format comes. */
const READERS: readonly { readonly format: Format; readonly load: () => Promise<Reader> }[] = [
  { format: 'text', load: async () => (await import('./text/read-text.ts')).readText },
  { format: 'markdown', load: async () => (await import('./text/read-text.ts')).readText },
  { format: 'html', load: async () => (await import('./html/read-html.ts')).readHtml },
  { format: 'mht', load: async () => (await import('./mht/read-mht.ts')).readMht },
  { format: 'docx', load: async () => (await import('./docx/read-docx.ts')).readDocx },
  { format: 'doc', load: async () => (await import('./doc/read-doc.ts')).readDoc },
  { format: 'rtf', load: async () => (await import('./rtf/read-rtf.ts')).readRtf },
  { format: 'odt', load: async () => (await import('./odt/read-odt.ts')).readOdt },
  { format: 'xlsx', load: async () => (await import('./xlsx/read-xlsx.ts')).readXlsx },
  { format: 'xls', load: async () => (await import('./xls/read-xls.ts')).readXls },
  { format: 'ofd', load: async () => (await import('./ofd/read-ofd.ts')).readOfd },
  { format: 'pdf', load: async () => (await import('./pdf/read-pdf.ts')).readPdf },
];

/**
 * Reads a document of any supported format, chosen by content. `name` is the file's name, for nothing but
 * telling look-alikes apart. A bad document gives a rejection, never an exception.
 */
export const read = async (bytes: Uint8Array, name: string): Promise<ReadResult> => {
  if (bytes.length === 0) return { ok: false, rejection: reject('empty') };
  if (bytes.length > LIMITS.fileBytes.limit) return { ok: false, rejection: rejectLimit('fileBytes') };
  const detected = detect(bytes, name);
  if ('rejection' in detected) return { ok: false, rejection: detected.rejection };
  const reader = await READERS.find(({ format }) => format === detected.format)?.load();
  return reader ? reader(bytes, name) : { ok: false, rejection: reject('unsupported-format') };
};
