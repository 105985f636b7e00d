import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import type { ByteSource } from './byte-source.ts';
import type { PartPlace } from './file-information.ts';

/** Runs of bytes of the `WordDocument` stream, in order, each with the place of its formatting (0: none). */
export interface FormattedRuns {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly properties: readonly number[];
}

const PAGE = 512;
/** Bytes for each run after the list of offsets: paragraphs keep a height beside the place ([MS-DOC] 2.9.23). */
const ENTRY_SIZE = { paragraph: 13, character: 1 } as const;

/**
 * The pages of 512 bytes that say which bytes of the text have which formatting ([MS-DOC] 2.9.33, 2.9.174),
 * found by the list of pages in the table stream ([MS-DOC] 2.8.5, 2.8.6).
 */
export const readFormattedRuns = (
  kind: keyof typeof ENTRY_SIZE,
  document: ByteSource,
  table: ByteSource,
  { start, size }: PartPlace,
): FormattedRuns => {
  const broken = () =>
    damaged('Word 文档的格式页有错', 'a page of formatting of the Word document is broken');
  const pages = (size - 4) / 8;
  if (!Number.isInteger(pages) || pages < 1 || pages > document.length / PAGE) throw broken();
  table.need(start, size);
  const starts: number[] = [];
  const ends: number[] = [];
  const properties: number[] = [];
  const entry = ENTRY_SIZE[kind];
  for (let i = 0; i < pages; i++) {
    const page = (table.u32(start + 4 * (pages + 1) + 4 * i) & 0x3fffff) * PAGE;
    document.need(page, PAGE);
    const count = document.u8(page + PAGE - 1);
    const entries = page + 4 * (count + 1);
    if (count === 0 || entries + entry * count >= page + PAGE) throw broken();
    if (starts.length + count > LIMITS.marks.limit) throw overLimit('marks');
    for (let run = 0; run < count; run++) {
      const from = document.u32(page + 4 * run);
      const to = document.u32(page + 4 * run + 4);
      if (to <= from || from < (ends.at(-1) ?? 0)) throw broken();
      const place = document.u8(entries + entry * run);
      starts.push(from);
      ends.push(to);
      properties.push(place === 0 ? 0 : page + 2 * place);
    }
  }
  return { starts, ends, properties };
};

/** The index of the last run that begins at or before `offset`; -1 where there is none. */
export const runAt = ({ starts }: FormattedRuns, offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
