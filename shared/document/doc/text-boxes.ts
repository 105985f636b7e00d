import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import type { ByteSource } from './byte-source.ts';
import type { FileInformation, PartPlace } from './file-information.ts';

/** Positions of the first character of a text box's text and of the one after the last. */
export type TextRange = readonly [from: number, to: number];

export interface TextBoxes {
  /** Text boxes by the position in the main text where they are anchored. */
  readonly anchored: ReadonlyMap<number, readonly TextRange[]>;
  /** The others, such as those of grouped shapes. */
  readonly loose: readonly TextRange[];
}

/** Positions and, behind them, entries of one size with the number of a shape in each ([MS-DOC] 2.8.31, 2.8.37). */
const SHAPES = { size: 26, id: 0 } as const;
const BOXES = { size: 22, id: 14 } as const;

const entries = (
  table: ByteSource,
  { start, size }: PartPlace,
  entry: { readonly size: number; readonly id: number },
): { position: number; end: number; id: number }[] => {
  const count = Math.max(0, Math.floor((size - 4) / (4 + entry.size)));
  // A text box counts as a cell.
  if (count > LIMITS.cells.limit) throw overLimit('cells');
  const ids = start + 4 * (count + 1) + entry.id;
  return Array.from({ length: count }, (_, i) => ({
    position: table.u32(start + 4 * i),
    end: table.u32(start + 4 * i + 4),
    id: table.i32(ids + entry.size * i),
  }));
};

/**
 * Where the text boxes' texts stand and where they belong. They follow each other without a gap in a part of the text
 * of their own; whatever of it the list of text boxes does not name stays one loose text.
 */
export const readTextBoxes = (
  table: ByteSource,
  { mainText, textBoxes, parts }: FileInformation,
): TextBoxes => {
  const [from, to] = textBoxes;
  if (to <= from) return { anchored: new Map(), loose: [] };
  const anchors = new Map(entries(table, parts.shapes, SHAPES).map(({ id, position }) => [id, position]));
  const anchored = new Map<number, TextRange[]>();
  const loose: TextRange[] = [];
  let done = from;
  for (const { position, end, id } of entries(table, parts.boxes, BOXES)) {
    if (from + position !== done || from + end <= done || from + end > to) break;
    const range: TextRange = [done, from + end];
    done = from + end;
    const anchor = anchors.get(id);
    const place = anchor === undefined || anchor >= mainText ? loose : (anchored.get(anchor) ?? []);
    place.push(range);
    if (anchor !== undefined && place !== loose) anchored.set(anchor, place);
  }
  if (done < to) loose.push([done, to]);
  return { anchored, loose };
};
