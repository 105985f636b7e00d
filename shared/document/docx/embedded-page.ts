import { detect } from '../detect.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { reject } from '../rejection.ts';

/** Web pages alone: an archive inside an archive could hold itself. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  html: async () => (await import('../html/read-html.ts')).readHtml,
  mht: async () => (await import('../mht/read-mht.ts')).readMht,
};

/** Reads the page that programs put into a Word document whole, in place of a body of its own. */
export const readEmbeddedPage = async (bytes: Uint8Array): Promise<ReadResult> => {
  const detected = detect(bytes, '');
  const load = 'format' in detected ? READERS[detected.format] : undefined;
  if (!load) return { ok: false, rejection: reject('unsupported-format') };
  const result = await (await load())(bytes, '');
  return result.ok ? { ok: true, document: { ...result.document, format: 'docx' } } : result;
};
