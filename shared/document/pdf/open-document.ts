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
  const at = engine.wasmExports.malloc(bytes.length);
  if (at === 0) throw noMemory();
  engine.HEAPU8.set(bytes, at);
  const document = engine._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    if (document === 0) {
      const error = engine._FPDF_GetLastError();
      if (error === PASSWORD || error === SECURITY) throw unreadable('encrypted');
      throw damaged('PDF 结构无法打开', 'the PDF structure cannot be opened');
    }
    // pdfium makes a table of its own, of what it finds, where the file's is wrong.
    if (!engine._FPDF_DocumentHasValidCrossReferenceTable(document)) {
      throw damaged('PDF 交叉引用表有错', 'the cross-reference table of the PDF is wrong');
    }
    return work(document);
  } finally {
    if (document !== 0) engine._FPDF_CloseDocument(document);
    engine.wasmExports.free(at);
  }
};

/**
 * A copy without encryption of a PDF that opens without a password: many offices forbid no more than to edit it.
 * Only of such a copy can it be told whether the streams are whole.
 */
export const decrypted = (engine: Engine, bytes: Uint8Array): Uint8Array =>
  withDocument(engine, bytes, (document) => {
    const writer = engine._PDFiumExt_OpenFileWriter();
    let at = 0;
    try {
      engine._EPDF_RemoveEncryption(document);
      engine._PDFiumExt_SaveAsCopy(document, writer);
      const size = engine._PDFiumExt_GetFileWriterSize(writer);
      at = engine.wasmExports.malloc(size);
      if (at === 0) throw noMemory();
      engine._PDFiumExt_GetFileWriterData(writer, at, size);
      return engine.HEAPU8.slice(at, at + size);
    } finally {
      if (at !== 0) engine.wasmExports.free(at);
      engine._PDFiumExt_CloseFileWriter(writer);
    }
  });
