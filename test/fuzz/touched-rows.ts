import type { Format } from '../../shared/document/document.ts';
import type { Edit, Touched } from './mutation.ts';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Rows around a change that it may speak for: a label moved off its numbers, a row broken in two. */
const MARGIN_ROWS = 1;
/** The same in lines, where a row may take a line for each cell. */
const MARGIN_LINES = 16;

/** How each format begins or ends a row, and what changes the shape of other rows than its own. */
const MARKS: Partial<Record<Format, { readonly row: RegExp; readonly ends?: true; readonly shape: RegExp }>> =
  {
    html: { row: /<tr\b/gi, shape: /<\/?t(?:able|r|body|head|foot)\b|rowspan|colspan|<!--|-->/gi },
    docx: { row: /<w:tr\b/g, shape: /<\/?w:t(?:bl|r)\b|w:vMerge|w:gridSpan|w:sdt\b/g },
    odt: { row: /<table:table-row\b/g, shape: /<\/?table:table(?:-row|-header-rows)?[ >]|-spanned="/g },
    rtf: { row: /\\row\b/g, ends: true, shape: /\\(?:row|trowd|cell|cellx|intbl|itap|pard|clvm\w*)\b|[{}]/g },
  };

/** The lines of a text that a change touched. */
export const touchedLines = (text: string, { start, removed }: Edit): Touched => ({
  kind: 'lines',
  from: count(text.slice(0, start), /\n/g) + 1 - MARGIN_LINES,
  to: count(text.slice(0, start + removed), /\n/g) + 1 + MARGIN_LINES,
  of: undefined,
});

/** The rows that a change of markup touched; a change of the shape of rows, which others may share, is not told. */
export const touchedRows = (
  format: Format,
  before: string,
  after: string,
  { start, removed, put }: Edit,
): Touched | undefined => {
  const marks = MARKS[format];
  if (!marks) return undefined;
  const around = (text: string, length: number) => text.slice(Math.max(0, start - 40), start + length + 40);
  if (count(around(before, removed), marks.shape) !== count(around(after, put.length), marks.shape))
    return undefined;
  const ordinal = (end: number) => count(before.slice(0, end), marks.row) + (marks.ends ? 1 : 0);
  return {
    kind: 'rows',
    from: ordinal(start) - MARGIN_ROWS,
    to: ordinal(start + removed) + MARGIN_ROWS,
    of: count(before, marks.row),
  };
};

const rowNumber = (xml: string): number =>
  Number([...xml.matchAll(/<row\b[^>]*? r="(\d+)"/g)].at(-1)?.[1] ?? 0);

/** The rows of a worksheet that a change inside its cells touched. */
export const touchedSheetRows = (
  xml: string,
  after: string,
  { start, removed }: Edit,
): Touched | undefined => {
  const shape = /<row\b|<\/row>|mergeCell|<col\b|\b(?:hidden|r)="/g;
  if (count(xml, shape) !== count(after, shape) || xml.indexOf('<sheetData') > start) return undefined;
  return {
    kind: 'sheetRows',
    from: rowNumber(xml.slice(0, start)) - MARGIN_ROWS,
    to: rowNumber(xml.slice(0, start + removed)) + MARGIN_ROWS,
    of: undefined,
  };
};
