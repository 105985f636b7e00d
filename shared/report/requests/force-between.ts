import { isFormText } from '../form-words.ts';
import type { RequestRow } from '../templates/requests.ts';
import type { Entry } from './entry.ts';

/** The alignment so far, by entry: its row, whether that is certain, and which rows it can stand for. */
interface Alignment {
  readonly entries: readonly Entry[];
  readonly assigned: (number | undefined)[];
  readonly certain: boolean[];
  readonly candidates: readonly { readonly possible: boolean; readonly points: number | undefined }[];
}

/**
 * Marks runs of entries as certain where certain neighbours leave exactly as many rows as there are entries, and
 * the words beside them are the form's and point to no other row. Where the certain ones are out of the form's order,
 * nothing follows from what stands between them.
 */
export const forceBetween = (alignment: Alignment, rows: readonly RequestRow[]): void => {
  const { entries, assigned, certain, candidates } = alignment;
  const settle = (from: number, to: number, firstRow: number, lastRow: number) => {
    const run: number[] = [];
    for (let index = from; index < to; index++) if (candidates[index]!.possible) run.push(index);
    if (run.length === 0 || run.length !== lastRow - firstRow + 1) return;
    if (!run.every((index) => isFormText(entries[index]!.text))) return;
    if (run.some((index, offset) => (candidates[index]!.points ?? firstRow + offset) !== firstRow + offset))
      return;
    run.forEach((index, offset) => {
      assigned[index] = firstRow + offset;
      certain[index] = true;
    });
  };
  const fixed = assigned.filter((_, index) => certain[index]);
  if (fixed.some((row, index) => index > 0 && row! <= fixed[index - 1]!)) return;
  let lastEntry = -1;
  let lastRow = -1;
  for (let index = 0; index < entries.length; index++) {
    if (!certain[index]) continue;
    settle(lastEntry + 1, index, lastRow + 1, assigned[index]! - 1);
    lastEntry = index;
    lastRow = assigned[index]!;
  }
  if (lastEntry >= 0) settle(lastEntry + 1, entries.length, lastRow + 1, rows.length - 1);
};
