import { damaged, overLimit, unreadable } from '../unreadable.ts';
import type { Engine } from './engine.ts';

/** pdfium's numbers for why a document did not open. */
const PASSWORD = 4;
const SECURITY = 5;

const noMemory = () => overLimit('fileBytes');

/**
 * Opens a PDF without a password and gives it to `work`; closes it whatever happens. Throws `Unreadable` when it
 * asks for a password or does not open.
 */
export const withDocument = <T>(engine: Engine, bytes: Uint8Array, work: (document: number) => T): T => {
  const { pdfium } = engine;
  const at = pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw noMemory();
  pdfium.HEAPU8.set(bytes, at);
  const document = engine.FPDF_LoadMemDocument(at, bytes.length, '');
  try {
    if (document === 0) {
      const error = engine.FPDF_GetLastError();
      if (error === PASSWORD || error === SECURITY) throw unreadable('encrypted');
      throw damaged('PDF 结构无法打开', 'the PDF structure cannot be opened');
    }
    // pdfium makes a table of its own, of what it finds, where the file's is wrong.
    if (!engine.FPDF_DocumentHasValidCrossReferenceTable(document)) {
      throw damaged('PDF 交叉引用表有错', 'the cross-reference table of the PDF is wrong');
    }
    return work(document);
  } finally {
    if (document !== 0) engine.FPDF_CloseDocument(document);
    pdfium.wasmExports.free(at);
  }
};

/**
 * A copy without encryption of a PDF that opens without a password: many offices forbid no more than to edit it.
 * Only of such a copy can it be told whether the streams are whole.
 */
export const decrypted = (engine: Engine, bytes: Uint8Array): Uint8Array =>
  withDocument(engine, bytes, (document) => {
    const { pdfium } = engine;
    const writer = engine.PDFiumExt_OpenFileWriter();
    let at = 0;
    try {
      engine.EPDF_RemoveEncryption(document);
      engine.PDFiumExt_SaveAsCopy(document, writer);
      const size = engine.PDFiumExt_GetFileWriterSize(writer);
      at = pdfium.wasmExports.malloc(size);
      if (at === 0) throw noMemory();
      engine.PDFiumExt_GetFileWriterData(writer, at, size);
      return pdfium.HEAPU8.slice(at, at + size);
    } finally {
      if (at !== 0) pdfium.wasmExports.free(at);
      engine.PDFiumExt_CloseFileWriter(writer);
    }
  });
