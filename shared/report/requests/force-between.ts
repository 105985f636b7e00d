import { labelKey, withoutRemarks } from '../fold.ts';
import { REQUEST_ROWS, type RequestRow } from '../templates/requests.ts';
import type { Entry } from './entries.ts';

/** The alignment so far, by entry: its row, whether that is certain, and whether it can stand for any row at all. */
interface Alignment {
  readonly entries: readonly Entry[];
  readonly assigned: (number | undefined)[];
  readonly certain: boolean[];
  readonly candidates: readonly boolean[];
}

/** More pairs of characters in a row than this that no label of the form has are words of something else. */
const MOST_UNKNOWN = 3;

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));

/** All that the form prints beside some of its rows. */
const formText = (rows: readonly RequestRow[]): string =>
  rows
    .map(({ label, group }) => `三、本年度办理结果${group ? group.ordinal + group.label : ''}|${label}`)
    .join('|');

const KNOWN: ReadonlySet<string> = new Set(pairs(labelKey(formText(REQUEST_ROWS))));

/** Whether the words above and beside a run of rows are those of the form, broken and moved as they may be. */
const isFormText = (run: readonly Entry[]): boolean =>
  run.every(({ text }) => {
    let unknown = 0;
    return pairs(labelKey(withoutRemarks(text))).every((pair) => {
      unknown = KNOWN.has(pair) ? 0 : unknown + 1;
      return unknown <= MOST_UNKNOWN;
    });
  });

/**
 * Marks runs of entries as certain where certain neighbours leave exactly as many rows as there are entries, and
 * the words beside them are the form's. Where the certain ones are out of the form's order, nothing
 * follows from what stands between them.
 */
export const forceBetween = (alignment: Alignment, rows: readonly RequestRow[]): void => {
  const { entries, assigned, certain, candidates } = alignment;
  const settle = (from: number, to: number, firstRow: number, lastRow: number) => {
    const run: number[] = [];
    for (let index = from; index < to; index++) if (candidates[index]) run.push(index);
    if (run.length === 0 || run.length !== lastRow - firstRow + 1) return;
    if (!isFormText(run.map((index) => entries[index]!))) return;
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
