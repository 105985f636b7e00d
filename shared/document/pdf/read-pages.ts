import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import type { Engine } from './engine.ts';
import { type PdfPage, readPage } from './read-page.ts';
import { type Scratch, takeScratch } from './scratch.ts';

const openPage = (engine: Engine, document: number, index: number, scratch: Scratch): PdfPage => {
  const broken = () => damaged(`第 ${index + 1} 页无法打开`, `page ${index + 1} cannot be opened`);
  const page = engine._FPDF_LoadPage(document, index);
  if (page === 0) throw broken();
  const text = engine._FPDFText_LoadPage(page);
  try {
    if (text === 0) throw broken();
    const count = engine._FPDFText_CountChars(text);
    if (count > LIMITS.characters.limit) throw overLimit('characters');
    return readPage(engine, page, text, count, scratch);
  } finally {
    if (text !== 0) engine._FPDFText_ClosePage(text);
    engine._FPDF_ClosePage(page);
  }
};

/** Reads every page of an open PDF, which must have as many as its structure has. Throws `Unreadable`. */
export const readPages = (engine: Engine, document: number, expected: number): PdfPage[] => {
  const count = engine._FPDF_GetPageCount(document);
  if (count > LIMITS.pages.limit) throw overLimit('pages');
  if (count === 0 || count !== expected) throw damaged('PDF 页数不符', 'the PDF has another number of pages');
  const scratch = takeScratch(engine);
  try {
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
    scratch.free();
  }
};
