import type { Block, Format } from '../document.ts';
import { LIMITS } from '../limits.ts';
import type { ReadResult } from '../reader.ts';
import { orRejection, overLimit, unreadable } from '../unreadable.ts';
import { isAligned, readAlignedTable } from './aligned-table.ts';
import { decode, isCutOff } from './decode.ts';
import { delimitedBlocks } from './delimited.ts';
import { isPiped } from './drawn-rows.ts';
import { toLines } from './lines.ts';
import { MARKDOWN_HEADING, toParagraphs, wrapWidth } from './paragraphs.ts';
import { isDelimiter, readPipedTable } from './piped-table.ts';
import { isTabbed, readTabbedTable } from './tabbed-table.ts';

/** The three ways in which plain text keeps cells apart, tried in this order. */
const TABLES = [
  { begins: isTabbed, read: readTabbedTable },
  { begins: isPiped, read: readPipedTable },
  { begins: isAligned, read: readAlignedTable },
] as const;

type Kind = (typeof TABLES)[number] | 'text';

const kindOf = (line: string): Kind => {
  // Most lines of a report are empty.
  if (line === '') return 'text';
  for (const kind of TABLES) if (kind.begins(line)) return kind;
  return 'text';
};

/** Lines to blocks: tables where cells are kept apart, paragraphs elsewhere. */
const linesToBlocks = (lines: readonly string[]): Block[] => {
  // Found when it is asked for: of most lines of a table it never is.
  const kinds = new Array<Kind | undefined>(lines.length);
  const kindAt = (index: number): Kind => (kinds[index] ??= kindOf(lines[index]!));
  const isText = (index: number): boolean => kindAt(index) === 'text';
  const width = wrapWidth(lines, isText);
  const blocks: Block[] = [];
  let cells = 0;
  let index = 0;
  while (index < lines.length) {
    const kind = kindAt(index);
    if (kind === 'text') {
      const start = index++;
      while (index < lines.length && isText(index)) index++;
      for (const paragraph of toParagraphs(lines, start, index, width)) blocks.push(paragraph);
      continue;
    }
    const { table, end } = kind.read(lines, index);
    cells += table.cells.length;
    if (cells > LIMITS.cells.limit) throw overLimit('cells');
    if (table.cells.length > 0) blocks.push(table);
    index = Math.max(end, index + 1);
  }
  return blocks;
};

/** Most texts hold none of the marks, and are not searched line by line. */
const isMarkdown = (text: string, lines: readonly string[]): boolean =>
  (text.includes('#') && lines.some((line) => MARKDOWN_HEADING.test(line))) ||
  (text.includes('---') && lines.some(isDelimiter));

/**
 * Plain text and markdown, in UTF-8, UTF-16 or GB18030. Every line of the input becomes part of a block, so the
 * input is consumed whole by construction.
 */
export const readText = (bytes: Uint8Array): ReadResult => orRejection(() => readLines(bytes));

const readLines = (bytes: Uint8Array): ReadResult => {
  const decoded = decode(bytes);
  if (!decoded) throw unreadable(isCutOff(bytes) ? 'damaged' : 'unsupported-format');
  if (decoded.text.trim() === '') throw unreadable('empty');
  if (decoded.text.length > LIMITS.characters.limit) throw overLimit('characters');
  const lines = toLines(decoded.text);
  if (lines.length > LIMITS.lines.limit) throw overLimit('lines');
  const format: Format = isMarkdown(decoded.text, lines) ? 'markdown' : 'text';
  const blocks = delimitedBlocks(decoded.text) ?? linesToBlocks(lines);
  return { ok: true, document: { format, encoding: decoded.encoding, blocks } };
};
