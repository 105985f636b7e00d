import type { Random } from '../../../checks/mutations/random.ts';
import type { FormRow, FormTable } from '../form.ts';
import { type Disturbance, inRows, inTable } from './disturbance.ts';

const flatHead = (table: FormTable, order: readonly number[]): FormTable => {
  const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const head: FormRow = {
    kind: 'head',
    cells: [{ text: '申请人情况', columnSpan: 3 }, ...order.map((column) => ({ text: names[column]! }))],
  };
  const rows = table.rows.slice(3).map((row): FormRow => {
    const labels = row.cells.filter(({ figure }) => figure === undefined);
    const values = row.cells.filter(({ figure }) => figure !== undefined);
    if (values.length !== order.length) return row;
    return { ...row, cells: [...labels, ...order.map((column) => values[column]!)] };
  });
  return { ...table, rows: [head, ...rows] };
};

const shuffled = (length: number, random: Random): number[] => {
  const order = Array.from({ length }, (_, index) => index);
  for (let i = length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

/** Routes and results in another order, and the head with them; 行政诉讼 keeps its two routes together. */
const otherRemedies = (table: FormTable, random: Random): FormTable => {
  const [names, routes, results, data] = table.rows;
  const [reconsideration, litigation] = names!.cells;
  const [first, second] = routes!.cells;
  const litigationFirst = random.below(2) === 0;
  const swapped = random.below(2) === 0;
  const litigations = swapped ? [2, 1] : [1, 2];
  const order = (litigationFirst ? [...litigations, 0] : [0, ...litigations]).flatMap((route) =>
    shuffled(5, random).map((result) => route * 5 + result),
  );
  const inOrder = (row: FormRow): FormRow => ({ ...row, cells: order.map((place) => row.cells[place]!) });
  return {
    ...table,
    rows: [
      {
        ...names!,
        cells: litigationFirst ? [litigation!, reconsideration!] : [reconsideration!, litigation!],
      },
      { ...routes!, cells: swapped ? [second!, first!] : [first!, second!] },
      inOrder(results!),
      inOrder(data!),
    ],
  };
};

/** What happens to columns. */
export const COLUMNS: Readonly<Record<string, Disturbance>> = {
  'a head in one row': (form) => inTable('requests', (table) => flatHead(table, [0, 1, 2, 3, 4, 5, 6]))(form),
  'the total first': (form) => inTable('requests', (table) => flatHead(table, [6, 0, 1, 2, 3, 4, 5]))(form),
  'columns in any order': (form, random) =>
    inTable('requests', (table) => flatHead(table, shuffled(7, random)))(form),
  'table 四 in another order': (form, random) =>
    inTable('remedies', (table) => otherRemedies(table, random))(form),
  'empty columns behind': (form, random) => {
    const more = 1 + random.below(2);
    return inRows((row) =>
      row.kind === 'data'
        ? { ...row, cells: [...row.cells, ...Array.from({ length: more }, () => ({ text: '' }))] }
        : row,
    )(form);
  },
  'a head without the form’s words': (form) =>
    inTable('requests', (table) => ({ ...table, rows: table.rows.slice(3) }))(form),
};
