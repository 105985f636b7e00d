import type { Random } from '../../../checks/mutations/random.ts';
import type { Form, FormRow, FormTable, TableName } from '../form.ts';

/** Something that real reports do to the printed form. Cells keep the id of the figure that they really show. */
export type Disturbance = (form: Form, random: Random) => Form;

export const inTable =
  (name: TableName, change: (table: FormTable) => FormTable | readonly FormTable[]) => (form: Form) =>
    form.flatMap((table) => (table.name === name ? change(table) : table));

export const inRows =
  (change: (row: FormRow, table: TableName) => FormRow | readonly FormRow[]) =>
  (form: Form): Form =>
    form.map((table) => ({ ...table, rows: table.rows.flatMap((row) => change(row, table.name)) }));

/** The index of a random data row of a table. */
export const someRow = (table: FormTable, random: Random): number =>
  random.pick(table.rows.flatMap((row, index) => (row.kind === 'data' ? [index] : [])))!;

export const insert = (rows: readonly FormRow[], index: number, ...more: FormRow[]): FormRow[] => [
  ...rows.slice(0, index),
  ...more,
  ...rows.slice(index),
];

export const note = (text: string): FormRow => ({ kind: 'note', cells: [{ text, columnSpan: 10 }] });
