import { LIMITS } from '../limits.ts';
import { damaged, overLimit, unreadable } from '../unreadable.ts';
import type { Engine } from './engine.ts';
import { type PdfPage, readPage } from './read-page.ts';
import { type Scratch, takeScratch } from './scratch.ts';

/** pdfium's numbers for why a document did not open. */
const PASSWORD = 4;
const SECURITY = 5;

const openDocument = (engine: Engine, at: number, length: number): number => {
  const document = engine.FPDF_LoadMemDocument(at, length, '');
  if (document !== 0) return document;
  const error = engine.FPDF_GetLastError();
  if (error === PASSWORD || error === SECURITY) throw unreadable('encrypted');
  throw damaged('PDF 结构无法打开', 'the PDF structure cannot be opened');
};

const openPage = (engine: Engine, document: number, index: number, scratch: Scratch): PdfPage => {
  const page = engine.FPDF_LoadPage(document, index);
  if (page === 0) throw damaged(`第 ${index + 1} 页无法打开`, `page ${index + 1} cannot be opened`);
  const text = engine.FPDFText_LoadPage(page);
  try {
    if (text === 0) throw damaged(`第 ${index + 1} 页无法打开`, `page ${index + 1} cannot be opened`);
    const count = engine.FPDFText_CountChars(text);
    if (count > LIMITS.characters.limit) throw overLimit('characters');
    return readPage(engine, page, text, count, scratch);
  } finally {
    if (text !== 0) engine.FPDFText_ClosePage(text);
    engine.FPDF_ClosePage(page);
  }
};

/** Reads every page of a PDF. Throws `Unreadable` when it asks for a password or a page cannot be opened. */
export const readPages = (engine: Engine, bytes: Uint8Array): PdfPage[] => {
  const { pdfium } = engine;
  const at = pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw overLimit('fileBytes');
  const scratch = takeScratch(engine);
  let document = 0;
  try {
    pdfium.HEAPU8.set(bytes, at);
    document = openDocument(engine, at, bytes.length);
    const count = engine.FPDF_GetPageCount(document);
    if (count > LIMITS.pages.limit) throw overLimit('pages');
    if (count === 0) throw damaged('没有页面', 'there are no pages');
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let index = 0; index < count; index++) {
      const page = openPage(engine, document, index, scratch);
      characters += page.glyphs.length;
      if (characters > LIMITS.characters.limit) throw overLimit('characters');
      pages.push(page);
    }
    return pages;
  } finally {
    if (document !== 0) engine.FPDF_CloseDocument(document);
    scratch.free();
    pdfium.wasmExports.free(at);
  }
};
