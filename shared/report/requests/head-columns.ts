import { labelId } from '../labels.ts';
import type { Row } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';

/** The grid columns of a table's head by applicant, in the form's order, and the table's width. */
export interface HeadColumns {
  readonly columns: readonly number[];
  /** By applicant: how many of the columns stand left of its own. */
  readonly order: readonly number[];
  readonly width: number;
}

/** A row that names applicants: at least two of them, so that a row 3.其他 or （七）总计 is none. */
const namesApplicants = (row: Row): boolean => {
  let names = 0;
  for (const { labels } of row.pieces) {
    if (labels.length > 0 && (labelId(labels, 'applicant') || labelId(labels, 'requestHead'))) names++;
  }
  return names >= 2;
};

const leftOf = (column: number, columns: readonly number[]): number =>
  columns.filter((other) => other < column).length;

/**
 * The grid columns of the seven applicants by table, read from its head: 自然人 and 总计 often stand a row above
 * the five kinds of organisations. Only tables with exact columns and a whole head are in the map.
 */
export const headColumns = (rows: readonly Row[]): ReadonlyMap<number, HeadColumns> => {
  const found = new Map<number, Map<string, number>>();
  const widths = new Map<number, number>();
  for (const row of rows) {
    if (!row.columns) continue;
    const last = row.pieces.at(-1);
    const end = (last?.column ?? 0) + (last?.columnSpan ?? 1);
    widths.set(row.table, Math.max(widths.get(row.table) ?? 0, end));
    if (!namesApplicants(row)) continue;
    const columns = found.get(row.table) ?? new Map<string, number>();
    for (const piece of row.pieces) {
      const id = labelId(piece.labels, 'applicant');
      if (id && piece.column !== undefined && !columns.has(id)) columns.set(id, piece.column);
    }
    found.set(row.table, columns);
  }
  const whole = new Map<number, HeadColumns>();
  for (const [table, columns] of found) {
    const ordered = APPLICANTS.map(({ id }) => columns.get(id));
    if (!ordered.every((column) => column !== undefined)) continue;
    const order = ordered.map((column) => leftOf(column, ordered));
    whole.set(table, { columns: ordered, order, width: widths.get(table)! });
  }
  return whole;
};
