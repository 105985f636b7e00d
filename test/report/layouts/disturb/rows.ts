import type { Random } from '../../../checks/mutations/random.ts';
import type { FormCell, FormRow, FormTable } from '../form.ts';
import { type Disturbance, inRows, insert, inTable, someRow } from './disturbance.ts';

/** A cell that spans rows leaves the row that is dropped to the row below. */
const handDown = (gone: FormRow, next: FormRow | undefined): FormRow | undefined => {
  const spanning = gone.cells.filter((cell) => (cell.rowSpan ?? 1) > 1);
  return (
    next && {
      ...next,
      cells: [...spanning.map((cell) => ({ ...cell, rowSpan: cell.rowSpan! - 1 })), ...next.cells],
    }
  );
};

const withoutFigures = (cells: readonly FormCell[]): FormCell[] =>
  cells.map(({ figure: _, ...cell }) => cell);

/** Values without a figure: a row whose columns nobody can tell. */
const recount = (row: FormRow, change: (values: FormCell[]) => FormCell[]): FormRow => ({
  ...row,
  cells: [
    ...row.cells.filter(({ figure }) => figure === undefined),
    ...withoutFigures(change(row.cells.filter(({ figure }) => figure !== undefined))),
  ],
});

const changeRow = (table: FormTable, random: Random, change: (row: FormRow) => FormRow): FormTable => {
  const index = someRow(table, random);
  return { ...table, rows: table.rows.map((row, i) => (i === index ? change(row) : row)) };
};

const numbers = (random: Random, length: number): FormCell[] =>
  Array.from({ length }, () => ({ text: String(1 + random.below(20)) }));

/** A number too many. One that is the row's sum by chance could be the total, where empty cells left no trace. */
const noTotalOf = (values: readonly FormCell[]): FormCell => {
  const sum = values.slice(0, -1).reduce((all, { text }) => all + Number(text), 0);
  return { text: sum === 3 ? '4' : '3' };
};

const splitRemedies = (table: FormTable): FormTable => {
  const names = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];
  const results = table.rows.at(-2)!.cells;
  const data = table.rows.at(-1)!.cells;
  return {
    ...table,
    rows: names.flatMap((name, route): FormRow[] => [
      { kind: 'note', cells: [{ text: name, columnSpan: 5 }] },
      { kind: 'head', cells: results.slice(route * 5, route * 5 + 5) },
      { kind: 'data', cells: data.slice(route * 5, route * 5 + 5) },
    ]),
  };
};

/** What happens to rows: some figures are no longer there, or nobody can tell which they are. */
export const ROWS: Readonly<Record<string, Disturbance>> = {
  'rows swapped': (form, random) =>
    inTable('requests', (table) => {
      // Rows 1. to 8. of （三）, of which the first also carries the names of the groups.
      const first = table.rows.findIndex(({ cells }) =>
        cells.some(({ text }) => /国家秘密|國家秘密/.test(text)),
      );
      if (first < 0) return table;
      const rows = [...table.rows];
      const i = first + 1 + random.below(7);
      const j = first + 1 + random.below(7);
      if (rows[i]?.kind === 'data' && rows[j]?.kind === 'data') [rows[i], rows[j]] = [rows[j]!, rows[i]!];
      return { ...table, rows };
    })(form),
  'a row missing': (form, random) =>
    inTable('requests', (table) => {
      const index = someRow(table, random);
      const rows = [...table.rows];
      const next = handDown(rows[index]!, rows[index + 1]);
      if (next) rows[index + 1] = next;
      rows.splice(index, 1);
      return { ...table, rows };
    })(form),
  'a row of six numbers': (form, random) =>
    inTable('requests', (table) =>
      changeRow(table, random, (row) =>
        recount(row, (values) => values.filter((_, i) => i !== random.below(7)).slice(0, 6)),
      ),
    )(form),
  'a row of eight numbers': (form, random) =>
    inTable('requests', (table) =>
      changeRow(table, random, (row) => recount(row, (values) => [...values, noTotalOf(values)])),
    )(form),
  'a row that the form does not have': (form, random) =>
    inTable('requests', (table) => ({
      ...table,
      rows: insert(table.rows, someRow(table, random) + 1, {
        kind: 'data',
        cells: [{ text: '其中：通过网络提交的', columnSpan: 3 }, ...numbers(random, 7)],
      }),
    }))(form),
  'a row that is missing and another in its place': (form, random) =>
    inTable('requests', (table) =>
      changeRow(table, random, (row) => ({
        ...row,
        cells: [
          ...row.cells.filter((cell) => cell.figure === undefined && (cell.rowSpan ?? 1) > 1),
          { text: '其中：通过网络提交的' },
          ...numbers(random, 7),
        ],
      })),
    )(form),
  'a row whose label is lost': (form, random) =>
    inTable('requests', (table) =>
      changeRow(table, random, (row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.figure || (cell.rowSpan ?? 1) > 1 ? cell : { ...cell, text: '' },
        ),
      })),
    )(form),
  'groups with numbers of their own': (form, random) =>
    inTable('requests', (table) => ({
      ...table,
      rows: table.rows.flatMap((row) => {
        const group = row.cells.find(
          ({ text, rowSpan }) => (rowSpan ?? 1) > 1 && /^（[三四五六]）/.test(text),
        );
        if (!group) return row;
        const kept = { ...row, cells: row.cells.filter((cell) => cell !== group) };
        return [
          { kind: 'data' as const, cells: [{ text: group.text, columnSpan: 2 }, ...numbers(random, 7)] },
          kept,
        ];
      }),
    }))(form),
  'group and row in one label': (form) => {
    let group = '';
    return inTable('requests', (table) => ({
      ...table,
      rows: table.rows.map((row) => {
        const own = row.cells.find(({ text, rowSpan }) => (rowSpan ?? 1) > 1 && /^（[三四五六]）/.test(text));
        if (own) group = own.text;
        const cells = row.cells.filter((cell) => cell !== own);
        const last = cells.findLast((cell) => cell.figure === undefined);
        if (row.kind !== 'data' || !last || !/^\d[.、]/.test(last.text)) return { ...row, cells };
        return {
          ...row,
          cells: cells.map((cell) =>
            cell === last ? { ...cell, text: group + cell.text, columnSpan: 2 } : cell,
          ),
        };
      }),
    }))(form);
  },
  'a second table behind each, of another office': (form) =>
    form.flatMap((table) => [
      table,
      inRows((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell.figure ? { ...cell, text: `${cell.text}1` } : cell)),
      }))([table])[0]!,
    ]),
  'table 四 in three tables': (form) => inTable('remedies', splitRemedies)(form),
  'table 四 as bare numbers': (form) =>
    inTable('remedies', (table) => ({ ...table, rows: table.rows.slice(-1) }))(form),
  'table 四 with a number too few': (form, random) =>
    inTable('remedies', (table) =>
      changeRow(table, random, (row) => recount(row, (values) => values.slice(1))),
    )(form),
  'table 四 with a number too many': (form, random) =>
    inTable('remedies', (table) =>
      changeRow(table, random, (row) => recount(row, (values) => [...values, { text: '2' }])),
    )(form),
};
