import { labelId } from '../labels.ts';
import { isWords, linesOfRow } from '../lines-of-row.ts';
import type { Figure, TemplateId } from '../report.ts';
import { rowWidth, tableWidths } from '../row-width.ts';
import type { Piece, Row } from '../rows.ts';
import { DISCLOSURE_ROWS, type DisclosureRow } from '../templates/disclosure.ts';
import { isNumber, isValue } from '../value-piece.ts';
import { NO_SPARE_CELLS, windowOf } from '../window.ts';

/** A row of table 二 as found: its id, the columns of the head above it, and its value cells. */
interface Found {
  readonly id: string;
  readonly columns: readonly string[];
  readonly values: readonly Piece[];
  readonly borders: boolean;
  /** The row reaches as far as most rows of its table. */
  readonly full: boolean;
  readonly oneLine: boolean;
  /** What ended a row without borders: the name of the next row, or a head or clause. */
  readonly before: string | 'head' | undefined;
}

const columnIds = (row: Row): string[] => {
  const ids: string[] = [];
  for (const { labels } of row.pieces) {
    const id = labelId(labels, 'disclosureColumn');
    if (id) ids.push(id);
  }
  return ids;
};

/** The numbers up to the words of something else; a remark in brackets is part of the label. */
const numbersBehind = (pieces: readonly Piece[]): readonly Piece[] => {
  const end = pieces.findIndex((piece) => isWords(piece) && !/^[（(]/.test(piece.text));
  return (end < 0 ? pieces : pieces.slice(0, end)).filter(isNumber);
};

const FIRST_CLAUSE = /第[(（]?一[)）]?[项項]/;

/** Words in order without borders: labels take the numbers behind them, heads take the columns behind them. */
const toFound = (rows: readonly Row[]): Found[] => {
  const found: Found[] = [];
  const widths = tableWidths(rows);
  let columns: string[] = [];
  let open: { id: string; columns: string[]; values: Piece[]; lines: number } | undefined;
  const flush = (before?: string) => {
    if (open) found.push({ ...open, borders: false, full: true, oneLine: open.lines <= 1, before });
    open = undefined;
  };
  const startsHead = (row: Row) => row.pieces.some(({ labels }) => labelId(labels, 'clause'));
  for (const row of rows.flatMap((row) => (row.borders ? row : linesOfRow(row)))) {
    if (startsHead(row)) {
      flush('head');
      // A report on a whole city may add its own office's table behind: the first table is the report's.
      if (found.length > 0 && row.pieces.some(({ text }) => FIRST_CLAUSE.test(text))) break;
      columns = [];
    }
    const heads = columnIds(row);
    if (heads.length > 0) {
      flush('head');
      columns = [...columns, ...heads];
      continue;
    }
    const labelIndex = row.pieces.findIndex(({ labels }) => labelId(labels, 'disclosureRow'));
    const id = labelIndex < 0 ? undefined : labelId(row.pieces[labelIndex]!.labels, 'disclosureRow');
    if (row.borders) {
      flush();
      const values = row.pieces.slice(labelIndex + 1);
      const full = rowWidth(row) === widths.get(row.table);
      if (id && values.length > 0) {
        found.push({ id, columns, values, borders: true, full, oneLine: true, before: undefined });
      }
      continue;
    }
    if (id) {
      flush(id);
      open = { id, columns, values: [], lines: 0 };
    } else if (!row.pieces.every(isValue)) flush();
    const values = numbersBehind(row.pieces.slice(labelIndex + 1));
    if (values.length > 0 && open) {
      open.values.push(...values);
      open.lines++;
    }
  }
  flush('head');
  return found;
};

/**
 * Rows without borders that cannot be trusted because empty cells left no trace: where some row has too few values,
 * another may hold those of a row whose name got lost, unless the form's next row or a head follows it.
 */
const isDoubtful = (row: Found, found: readonly Found[], form: readonly DisclosureRow[]): boolean => {
  if (row.borders) return false;
  const widthOf = (id: string) => form.find((other) => other.id === id)?.columns.length;
  const lost = found.some(({ id, borders, values }) => !borders && values.length < (widthOf(id) ?? 0));
  const next = form[form.findIndex(({ id }) => id === row.id) + 1]?.id;
  return lost && row.before !== 'head' && row.before !== next;
};

/** The same row once more, as where a page ends inside a table; two rows of one name are neither certain. */
const isSame = (twin: Found, own: Found): boolean =>
  twin.values.map(({ text }) => text).join('|') === own.values.map(({ text }) => text).join('|');

/** Rows up to a second 规章 behind others, for tables without clauses. */
const firstTable = (found: readonly Found[]): readonly Found[] => {
  const { id: first } = DISCLOSURE_ROWS['2021'][0]!;
  const begun = found.findIndex(({ id }) => id === first);
  const others = found.findIndex(({ id }, index) => id !== first && index > begun);
  const again = found.findIndex(({ id }, index) => id === first && index > others);
  return begun < 0 || others < 0 || again < 0 ? found : found.slice(0, again);
};

/** Heads of the 2019 form alone, wherever they stand in a text whose cells ran together. */
const WORDS_OF_2019 = /上一年项目数量|对外公开总数量|采购项目数量/;

/** The template of table 二 by its heads, its own rows, or how many values a licence row has. */
const templateOf = (found: readonly Found[], rows: readonly Row[]): TemplateId | undefined => {
  const heads = new Set(rows.flatMap(columnIds));
  if (['made', 'published', 'publishedTotal', 'itemsLastYear'].some((id) => heads.has(id))) return '2019';
  if (['issued', 'repealed', 'inForce'].some((id) => heads.has(id))) return '2021';
  if (rows.some(({ pieces }) => pieces.some(({ text }) => WORDS_OF_2019.test(text)))) return '2019';
  if (found.some(({ id }) => id === 'otherServices' || id === 'procurement')) return '2019';
  const licensing = found.find(({ id }) => id === 'licensing')?.values.filter(isNumber).length;
  return licensing === 1 ? '2021' : licensing === 3 ? '2019' : undefined;
};

/** Values under a head that names the same columns in another order are put into the form's. */
const inFormOrder = (
  row: DisclosureRow,
  columns: readonly string[],
  values: readonly Piece[],
): readonly Piece[] | undefined => {
  const places = row.columns.map(({ id }) => columns.indexOf(id));
  const known = places.filter((place) => place >= 0);
  if (known.every((place, index) => index === 0 || place > known[index - 1]!)) return values;
  const permuted = columns.length === values.length && known.length === places.length;
  return permuted ? places.map((place) => values[place]!) : undefined;
};

/** The row's cells in the form's order, or undefined where their columns are not certain. */
const placed = (row: DisclosureRow, found: Found): readonly Piece[] | undefined => {
  const width = row.columns.length;
  if (found.values.length > width && !found.borders) return undefined;
  const filled = found.values.filter((piece) => piece.value.state !== 'blank');
  // One column and one number: wherever empty cells stand, there is nothing else it could be.
  if (width === 1 && filled.length > 0) return filled.length === 1 ? filled : undefined;
  const values = windowOf(found, width, NO_SPARE_CELLS);
  return values && inFormOrder(row, found.columns, values);
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
  const found = firstTable(toFound(rows));
  const stated = templateOf(found, rows);
  const figures = new Map<string, Figure>();
  const form = DISCLOSURE_ROWS[stated ?? fallback];
  for (const row of form) {
    const [match, ...twins] = found.filter(({ id, values }) => id === row.id && values.length > 0);
    if (!match || twins.some((twin) => !isSame(twin, match)) || isDoubtful(match, found, form)) continue;
    const cells = placed(row, match)?.map((piece): Figure => piece.value) ?? inferZeros(row, match);
    cells?.forEach((figure, index) => figures.set(`disclosure.${row.id}.${row.columns[index]!.id}`, figure));
  }
  return { template: stated, figures };
};
