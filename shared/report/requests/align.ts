import type { TemplateId } from '../report.ts';
import { type RequestRow, requestRows } from '../templates/requests.ts';
import type { Entry } from './entry.ts';
import { type Evidence, evidenceOfAll, isBareRow } from './evidence.ts';
import { forceBetween } from './force-between.ts';
import { doubtfulEntries } from './lost-cells.ts';

/** An entry with the row of the form it belongs to. */
export interface Placed {
  readonly entry: Entry;
  readonly row: RequestRow;
  /** The row's place among those of the template. */
  readonly place: number;
  /** Its label names the row, or the rows around it leave no other. */
  readonly certain: boolean;
}

/**
 * Whether an entry holds a row's values at all. A label alone in running text holds none: it may be a heading
 * above the row that repeats it, or a label that a converter moved away from its numbers.
 */
const holdsRow = (entry: Entry): boolean => entry.borders || isBareRow(entry) || entry.glued !== undefined;

/**
 * The assignment of entries to rows in the form's order that fits best: dynamic programming over both sequences,
 * either of which may skip (Needleman and Wunsch 1970, without a penalty for gaps).
 */
const bestAssignment = (evidence: readonly Evidence[], rowCount: number): (number | undefined)[] => {
  const width = rowCount + 1;
  const best = new Float64Array((evidence.length + 1) * width);
  for (let i = 1; i <= evidence.length; i++) {
    for (let j = 1; j <= rowCount; j++) {
      const score = evidence[i - 1]!.scores[j - 1]!;
      const skip = Math.max(best[(i - 1) * width + j]!, best[i * width + j - 1]!);
      best[i * width + j] = score < 0 ? skip : Math.max(skip, best[(i - 1) * width + j - 1]! + score);
    }
  }
  const assigned: (number | undefined)[] = evidence.map(() => undefined);
  let i = evidence.length;
  let j = rowCount;
  while (i > 0 && j > 0) {
    const here = best[i * width + j]!;
    if (here === best[(i - 1) * width + j]) i--;
    else if (here === best[i * width + j - 1]) j--;
    else assigned[--i] = --j;
  }
  return assigned;
};

/**
 * Places the entries of table 三 on the rows of the template. An entry is certain when its label names its row,
 * wherever it stands; when its label is like one row's only and stands in the form's order; or when between two
 * certain neighbours there are exactly as many entries as rows.
 */
export const align = (all: readonly Entry[], template: TemplateId): Placed[] => {
  const entries = all.filter(holdsRow);
  const rows = requestRows(template);
  const evidence = evidenceOfAll(entries, template);
  const isOpen = evidence.some(({ possible, named }) => possible && named === undefined);
  const fitted = isOpen ? bestAssignment(evidence, rows.length) : [];
  const assigned = evidence.map(({ named }, index) => named ?? fitted[index]);
  const certain = assigned.map((row, index) => row !== undefined && evidence[index]!.sure === row);
  if (isOpen) forceBetween({ entries, assigned, certain, candidates: evidence }, rows);
  const doubtful = doubtfulEntries(all, rows);
  const placed: Placed[] = [];
  entries.forEach((entry, index) => {
    const place = assigned[index];
    if (place === undefined) return;
    placed.push({ entry, row: rows[place]!, place, certain: certain[index]! && !doubtful.has(entry) });
  });
  return placed;
};
