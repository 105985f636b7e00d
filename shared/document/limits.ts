/**
 * Every limit on what comes from outside, each with its reason. A real report has under 2 MB, 40 pages and
 * 1,000 cells; each limit leaves at least ten times that, and keeps one document under 300 MB of memory.
 */
export const LIMITS = {
  /** The file itself: the largest published report met had 9 MB (scans); a Lambda must hold it twice. */
  fileBytes: { limit: 32 * 1024 * 1024, zh: '文件字节数', en: 'file bytes' },
  /** All parts of a container inflated: a 1.5 MB docx can declare 1.5 GB. */
  inflatedBytes: { limit: 64 * 1024 * 1024, zh: '解压后字节数', en: 'inflated bytes' },
  /** One XML part inflated: the wordiest Word report has 1.5 MB, and 64 MB of small elements take seconds. */
  xmlBytes: { limit: 16 * 1024 * 1024, zh: '单个 XML 字节数', en: 'bytes in one XML part' },
  /** Parts of a container: a report with pictures has a few dozen. */
  entries: { limit: 4096, zh: '压缩包内文件数', en: 'container entries' },
  /** Elements inside each other: Word writes about 20. Deeper ones are read as flat text or rejected. */
  nesting: { limit: 256, zh: '嵌套层数', en: 'nesting depth' },
  /** Marks of formatting in DOC and RTF (runs; control words and escapes): a long report from Word has 200,000. */
  marks: { limit: 2_000_000, zh: '格式标记数', en: 'marks of formatting' },
  /** Pieces that the text of a DOC file is put together from: Word saves a few hundred. */
  pieces: { limit: 100_000, zh: '文字片段数', en: 'pieces of text' },
  pages: { limit: 500, zh: '页数', en: 'pages' },
  /** Objects of a PDF: a report has some hundreds, one for each page, font and picture. */
  objects: { limit: 200_000, zh: 'PDF 对象数', en: 'PDF objects' },
  /** Drawing instructions of all pages of a PDF, repeated ones counted again: 40 pages have 400 kB, and an engine
   * runs through 4 MB in a second. */
  drawingBytes: { limit: 4 * 1024 * 1024, zh: '绘图指令字节数', en: 'bytes of drawing instructions' },
  /** Things drawn on one page: a full page of text and table has 4,000 at most, one for each character. */
  pageObjects: { limit: 200_000, zh: '单页图文对象数', en: 'objects on one page' },
  /** Straight lines on one page, pieces in a row counted once: the longest table has 150. */
  rules: { limit: 4000, zh: '单页线条数', en: 'lines on one page' },
  /** Cells of all tables: the form has about 330. */
  cells: { limit: 100_000, zh: '单元格数', en: 'table cells' },
  /** Lines, paragraphs and rows of a text document: the longest report with one cell a line has 3,000. */
  lines: { limit: 30_000, zh: '行数', en: 'lines' },
  /** HTML elements open at the same time: pages with unclosed tags reach some hundreds. */
  openElements: { limit: 4000, zh: '未关闭的 HTML 元素数', en: 'open HTML elements' },
  /** Rows or columns that one cell spans: a forged span must not make a grid of millions. */
  span: { limit: 1000, zh: '合并单元格跨度', en: 'cell span' },
  /** Characters of text in all, markup left aside: a long report has 60,000. */
  characters: { limit: 2_000_000, zh: '字符数', en: 'characters' },
} as const;

export type LimitName = keyof typeof LIMITS;
