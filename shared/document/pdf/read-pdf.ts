import { pagesToBlocks } from '../page/pages-to-blocks.ts';
import type { ReadResult } from '../reader.ts';
import { damaged, orRejection, overLimit, Unreadable } from '../unreadable.ts';
import { dropEngine, type Engine, memoryUsed, pdfEngine } from './engine.ts';
import { decrypted, withDocument } from './open-document.ts';
import type { PdfPage } from './read-page.ts';
import { readPages } from './read-pages.ts';
import { checkReadable } from './scan.ts';
import { checkStructure } from './structure/check-structure.ts';

/** An engine that has grown this far is not kept: WebAssembly memory never shrinks. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** An engine that failed with more than this had run into its limit. */
const FULL_BYTES = 96 * 1024 * 1024;

const pagesOf = (engine: Engine, bytes: Uint8Array, expected: number): PdfPage[] =>
  withDocument(engine, bytes, (document) => readPages(engine, document, expected));

/** What compiled code throws when it gives up; anything else is a fault of ours. */
const GIVES_UP = new Set(['RuntimeError', 'RangeError', 'ExitStatus']);

/** Runs the engine. One that throws has lost its state, and is not used again. */
const running = <T>(engine: Engine, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!GIVES_UP.has((error as Error).name)) throw error;
    const full = memoryUsed(engine) > FULL_BYTES;
    dropEngine();
    throw full ? overLimit('inflatedBytes') : damaged('PDF 内容有错', 'the content of the PDF is wrong');
  } finally {
    if (memoryUsed(engine) > KEPT_BYTES) dropEngine();
  }
};

/**
 * Reads a PDF with a text layer: its text and ruling lines as paragraphs and tables in reading order.
 *
 * The file's structure is checked before the engine sees it. A PDF that only forbids editing is read; one that
 * asks for a password is rejected as encrypted, one whose pages are pictures as scanned, and one that is not
 * whole as damaged. Nothing in it is run, and no link is followed.
 */
export const readPdf = async (bytes: Uint8Array): Promise<ReadResult> => {
  let structure: ReturnType<typeof checkStructure>;
  try {
    structure = checkStructure(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, rejection: error.rejection };
    throw error;
  }
  const engine = await pdfEngine();
  return orRejection(() => {
    const pages = running(engine, () => {
      if (!structure.encrypted) return pagesOf(engine, bytes, structure.pages);
      const plain = decrypted(engine, bytes);
      const inside = checkStructure(plain);
      if (inside.encrypted) throw damaged('PDF 加密有错', 'the encryption of the PDF is wrong');
      return pagesOf(engine, plain, inside.pages);
    });
    checkReadable(pages);
    return { ok: true, document: { format: 'pdf', blocks: pagesToBlocks(pages) } };
  });
};
