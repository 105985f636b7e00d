import type { Block, Paragraph } from '../document.ts';
import { alignedTable } from './aligned-rows.ts';
import { alignedRun } from './aligned-run.ts';
import type { TextLine } from './paragraphs.ts';
import type { SegmentLine } from './segment.ts';

/**
 * Lines without ruling lines around them as blocks: runs that only a table has become ragged tables, the lines in
 * between paragraphs, which `toParagraphs` finds and `paragraphOf` makes.
 */
export const alignedBlocks = <Line extends TextLine & SegmentLine>(
  lines: readonly Line[],
  toParagraphs: (lines: readonly Line[]) => Line[][],
  paragraphOf: (lines: readonly Line[]) => Paragraph,
): Block[] => {
  const blocks: Block[] = [];
  let waiting: Line[] = [];
  const flush = (): void => {
    for (const paragraph of toParagraphs(waiting)) blocks.push(paragraphOf(paragraph));
    waiting = [];
  };
  for (let at = 0; at < lines.length; ) {
    const length = alignedRun(lines, at);
    const line = lines[at];
    if (length > 0) {
      flush();
      blocks.push(alignedTable(lines.slice(at, at + length)));
    } else if (line) waiting.push(line);
    at += Math.max(1, length);
  }
  flush();
  return blocks;
};
