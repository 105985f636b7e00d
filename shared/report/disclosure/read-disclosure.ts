import { labelId } from '../labels.ts';
import type { Figure, TemplateId } from '../report.ts';
import { isValue } from '../requests/entries.ts';
import type { Piece, Row } from '../rows.ts';
import { DISCLOSURE_ROWS, type DisclosureRow } from '../templates/disclosure.ts';

/** A row of table 二 as found: its id, the columns of the head above it, and its value cells. */
interface Found {
  readonly id: string;
  readonly columns: readonly string[];
  readonly values: readonly Piece[];
  readonly borders: boolean;
  readonly oneLine: boolean;
}

const isNumber = (piece: Piece): boolean => isValue(piece) && piece.value.state !== 'blank';

const columnIds = (row: Row): string[] =>
  row.pieces.flatMap((piece) => {
    const id = labelId(piece.labels, 'disclosureColumn');
    return id ? [id] : [];
  });

/** Words in order without borders: labels take the numbers behind them, heads take the columns behind them. */
const toFound = (rows: readonly Row[]): Found[] => {
  const found: Found[] = [];
  let columns: string[] = [];
  let open: { id: string; columns: string[]; values: Piece[]; lines: number } | undefined;
  const flush = () => {
    if (open) found.push({ ...open, borders: false, oneLine: open.lines <= 1 });
    open = undefined;
  };
  const startsHead = (row: Row) => row.pieces.some(({ labels }) => labelId(labels, 'clause'));
  for (const row of rows) {
    if (startsHead(row)) {
      flush();
      columns = [];
    }
    const heads = columnIds(row);
    if (heads.length > 0) {
      flush();
      columns = [...columns, ...heads];
      continue;
    }
    const labelIndex = row.pieces.findIndex(({ labels }) => labelId(labels, 'disclosureRow'));
    if (row.borders) {
      flush();
      if (labelIndex < 0) continue;
      const values = row.pieces.slice(labelIndex + 1);
      const id = labelId(row.pieces[labelIndex]!.labels, 'disclosureRow')!;
      if (values.length > 0) found.push({ id, columns, values, borders: true, oneLine: true });
      continue;
    }
    if (labelIndex >= 0) {
      flush();
      open = { id: labelId(row.pieces[labelIndex]!.labels, 'disclosureRow')!, columns, values: [], lines: 0 };
    }
    const values = row.pieces.slice(labelIndex + 1).filter(isNumber);
    if (values.length > 0 && open) {
      open.values.push(...values);
      open.lines++;
    } else if (labelIndex < 0 && row.pieces.some((piece) => !isValue(piece))) flush();
  }
  flush();
  return found;
};

/** The template of table 二 by its heads, its own rows, or how many values a licence row has. */
const templateOf = (found: readonly Found[], rows: readonly Row[]): TemplateId | undefined => {
  const heads = new Set(rows.flatMap(columnIds));
  if (['made', 'published', 'publishedTotal', 'itemsLastYear'].some((id) => heads.has(id))) return '2019';
  if (['issued', 'repealed', 'inForce'].some((id) => heads.has(id))) return '2021';
  if (found.some(({ id }) => id === 'otherServices' || id === 'procurement')) return '2019';
  const licensing = found.find(({ id }) => id === 'licensing')?.values.filter(isNumber).length;
  return licensing === 1 ? '2021' : licensing === 3 ? '2019' : undefined;
};

/** Values under a head that names the same columns in another order are put into the form's. */
const inFormOrder = (
  row: DisclosureRow,
  columns: readonly string[],
  values: readonly Piece[],
): readonly Piece[] => {
  const places = row.columns.map(({ id }) => columns.indexOf(id));
  const permuted = columns.length === values.length && places.every((place) => place >= 0);
  return permuted ? places.map((place) => values[place]!) : values;
};

/** The row's cells in the form's order, or undefined where their columns are not certain. */
const placed = (row: DisclosureRow, { values, borders, columns }: Found): readonly Piece[] | undefined => {
  const width = row.columns.length;
  if (values.length === width) return inFormOrder(row, columns, values);
  if (!borders || values.length < width) return undefined;
  const filled = values.filter((piece) => piece.value.state !== 'blank');
  if (filled.length === 0) return values.slice(0, width);
  // One column and one number: wherever empty cells stand, there is nothing else it could be.
  if (width === 1) return filled.length === 1 ? filled : undefined;
  const surplus = values.slice(width);
  const own = values.slice(0, width);
  return surplus.every((piece) => piece.value.state === 'blank') && own.at(-1)!.value.state !== 'blank'
    ? own
    : undefined;
};

/** Digits run together that can be only one number each: as many digits as columns, which zeros show. */
const inferZeros = (row: DisclosureRow, { values, borders, oneLine }: Found): Figure[] | undefined => {
  const [only] = values;
  if (borders || !oneLine || values.length !== 1 || !only || row.columns.length === 1) return undefined;
  if (only.text !== '0'.repeat(row.columns.length)) return undefined;
  return row.columns.map(() => ({
    value: 0,
    state: 'inferred',
    raw: only.text,
    at: only.at,
    by: 'layout/one-split',
  }));
};

/** Reads table 二 from its rows; what is not certain is left out. */
export const readDisclosure = (
  rows: readonly Row[],
  fallback: TemplateId,
): { template: TemplateId | undefined; figures: Map<string, Figure> } => {
  const found = toFound(rows);
  const stated = templateOf(found, rows);
  const figures = new Map<string, Figure>();
  for (const row of DISCLOSURE_ROWS[stated ?? fallback]) {
    const match = found.find(({ id, values }) => id === row.id && values.length > 0);
    if (!match) continue;
    const cells = placed(row, match)?.map((piece): Figure => piece.value) ?? inferZeros(row, match);
    cells?.forEach((figure, index) => figures.set(`disclosure.${row.id}.${row.columns[index]!.id}`, figure));
  }
  return { template: stated, figures };
};
