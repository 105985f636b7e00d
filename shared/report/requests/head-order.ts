import { type Label, labelId } from '../labels.ts';
import type { Row } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';

/**
 * Where a row's values stand, by the form's column: `order[3]` is the place of 社会公益组织 among the seven values.
 * Undefined when a head was printed whose order cannot be told.
 */
export type ValueOrder = readonly number[] | undefined;

export const FORM_ORDER: readonly number[] = APPLICANTS.map((_, index) => index);

const FIRST = 0;
const TOTAL = APPLICANTS.length - 1;
const ORGANIZATIONS = 'organizations';

const isOrganization = (column: number): boolean => column > FIRST && column < TOTAL;

const columnOf = (labels: readonly Label[]): number | typeof ORGANIZATIONS | undefined => {
  const id = labelId(labels, 'applicant');
  if (id !== undefined) return APPLICANTS.findIndex((applicant) => applicant.id === id);
  return labels.some((label) => label.id === ORGANIZATIONS) ? ORGANIZATIONS : undefined;
};

/** The applicants that head rows name, in reading order, with the place of 法人或其他组织 among them. */
const named = (rows: readonly Row[]): (number | typeof ORGANIZATIONS)[] => {
  const sequence: (number | typeof ORGANIZATIONS)[] = [];
  for (const { pieces } of rows) {
    for (const { labels } of pieces) {
      const column = columnOf(labels);
      if (column !== undefined && !sequence.includes(column)) sequence.push(column);
    }
  }
  return sequence;
};

/**
 * The five organisations often stand in a row of their own below 法人或其他组织: they belong in its place. Undefined
 * where that heading is lost and nobody can tell whether 总计 stands before them or above them.
 */
const flattened = (
  sequence: readonly (number | typeof ORGANIZATIONS)[],
  lines: 'rows' | 'one row' | 'unknown',
): number[] | undefined => {
  const organizations = sequence.filter(
    (item): item is number => item !== ORGANIZATIONS && isOrganization(item),
  );
  const others = sequence.filter((item) => item === ORGANIZATIONS || !isOrganization(item));
  const marker = others.indexOf(ORGANIZATIONS);
  const openOrder = sequence[0] === FIRST && sequence[1] === TOTAL;
  const whole = sequence.length === APPLICANTS.length;
  if (marker < 0 && openOrder && whole && lines === 'unknown') return undefined;
  if (marker < 0 && !(openOrder && lines !== 'one row')) return sequence as number[];
  const at = marker < 0 ? 1 : marker;
  const behind = others.slice(marker < 0 ? at : at + 1);
  return [...others.slice(0, at), ...organizations, ...behind] as number[];
};

const isAscending = (columns: readonly number[]): boolean =>
  columns.every((column, index) => index === 0 || column > columns[index - 1]!);

/**
 * The order that head rows, printed together, give to the values below them; `current` is what held before. A head
 * with words missing says nothing new unless it contradicts the order that holds.
 */
export const orderOf = (rows: readonly Row[], current: ValueOrder): ValueOrder => {
  const naming = rows.filter((row) => named([row]).length > 0);
  const bordered = rows.every(({ borders }) => borders);
  const columns = flattened(named(rows), !bordered ? 'unknown' : naming.length > 1 ? 'rows' : 'one row');
  if (!columns) return undefined;
  if (columns.length < 2) return current;
  if (columns.length < APPLICANTS.length)
    return isAscending(columns) && current === FORM_ORDER ? current : undefined;
  return isAscending(columns) ? FORM_ORDER : FORM_ORDER.map((column) => columns.indexOf(column));
};
