import { labelId } from '../labels.ts';
import type { Figure, TemplateId } from '../report.ts';
import type { Piece, Row } from '../rows.ts';
import { DISCLOSURE_ROWS, type DisclosureRow } from '../templates/disclosure.ts';
import { missingFigures } from '../templates/missing-figures.ts';
import { simplify } from '../traditional.ts';
import { isNumber } from '../value-piece.ts';
import { NO_SPARE_CELLS, windowOf } from '../window.ts';
import { type Found, toFound } from './found-rows.ts';

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

/** The row found under a name; undefined where there is none, or several that differ. */
const onlyRow = ({ id }: DisclosureRow, found: readonly Found[]): Found | undefined => {
  let only: Found | undefined;
  for (const other of found) {
    if (other.id !== id || other.values.length === 0) continue;
    if (only && !isSame(other, only)) return undefined;
    only ??= other;
  }
  return only;
};

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

/** Columns that only one of the forms has. */
const FORM_OF_COLUMN: ReadonlyMap<string, TemplateId> = new Map([
  ...['made', 'published', 'publishedTotal', 'itemsLastYear'].map((id) => [id, '2019'] as const),
  ...['issued', 'repealed', 'inForce'].map((id) => [id, '2021'] as const),
]);

/** The template by the heads alone; a column of the 2019 form stands in no other, whatever else is printed. */
const templateOfHeads = (rows: readonly Row[]): TemplateId | undefined => {
  let form: TemplateId | undefined;
  for (const { pieces } of rows) {
    for (const { labels } of pieces) {
      const id = labelId(labels, 'disclosureColumn');
      if (id === undefined) continue;
      form = FORM_OF_COLUMN.get(id) ?? form;
      if (form === '2019') return form;
    }
  }
  return form;
};

/** The template of table 二 by its heads, its own rows, or how many values a licence row has. */
const templateOf = (found: readonly Found[], rows: readonly Row[]): TemplateId | undefined => {
  const form = templateOfHeads(rows);
  if (form) return form;
  if (rows.some(({ pieces }) => pieces.some(({ text }) => WORDS_OF_2019.test(simplify(text))))) return '2019';
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

/** The figures of a row, or undefined where they are not certain. */
const figuresOf = (row: DisclosureRow, found: readonly Found[], form: readonly DisclosureRow[]) => {
  const match = onlyRow(row, found);
  if (!match || isDoubtful(match, found, form)) return undefined;
  return placed(row, match)?.map((piece): Figure => piece.value) ?? inferZeros(row, match);
};

/** Whether some row holds more numbers than the form has columns there: the table is of another form. */
const isTooNarrow = (form: readonly DisclosureRow[], found: readonly Found[]): boolean =>
  found.some(({ id, values }) => {
    const row = form.find((other) => other.id === id);
    return row !== undefined && values.filter(isNumber).length > row.columns.length;
  });

/** Reads table 二 from its rows, in the form's order; what is not certain stays missing. */
export const readDisclosure = (
  rows: readonly Row[],
  fallback: TemplateId,
): { template: TemplateId | undefined; figures: readonly Figure[] } => {
  const found = firstTable(toFound(rows));
  const stated = templateOf(found, rows);
  const form = DISCLOSURE_ROWS[stated ?? fallback];
  const certain = stated !== undefined || !isTooNarrow(form, found);
  const figures: Figure[] = [];
  for (const row of form) {
    const known = certain ? figuresOf(row, found, form) : undefined;
    for (const figure of known ?? missingFigures(row.columns.length)) figures.push(figure);
  }
  return { template: stated, figures };
};
