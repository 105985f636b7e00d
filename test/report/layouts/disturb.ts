import type { Random } from '../../checks/mutations/random.ts';
import type { Form, FormCell, FormRow, FormTable, TableName } from './form.ts';

/** Something that real reports do to the printed form. Cells keep the id of the figure that they really show. */
export type Disturbance = (form: Form, random: Random) => Form;

const inTable =
  (name: TableName, change: (table: FormTable) => FormTable | readonly FormTable[]) => (form: Form) =>
    form.flatMap((table) => (table.name === name ? change(table) : table));

const inRows =
  (change: (row: FormRow, table: TableName) => FormRow | readonly FormRow[]) =>
  (form: Form): Form =>
    form.map((table) => ({ ...table, rows: table.rows.flatMap((row) => change(row, table.name)) }));

const isLabel = (row: FormRow, cell: FormCell): boolean =>
  row.kind === 'data' && cell.figure === undefined && !/^[-\d./]*$/.test(cell.text);

const inLabels = (change: (text: string) => string) =>
  inRows((row) => ({
    ...row,
    cells: row.cells.map((cell) => (isLabel(row, cell) ? { ...cell, text: change(cell.text) } : cell)),
  }));

const note = (text: string): FormRow => ({ kind: 'note', cells: [{ text, columnSpan: 10 }] });

/** The index of a random data row of a table. */
const someRow = (table: FormTable, random: Random): number =>
  random.pick(table.rows.flatMap((row, index) => (row.kind === 'data' ? [index] : [])))!;

const insert = (rows: readonly FormRow[], index: number, ...more: FormRow[]): FormRow[] => [
  ...rows.slice(0, index),
  ...more,
  ...rows.slice(index),
];

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

const CHARACTERS = '公开信息政府数量申请理由行为法律件年度不的';

const misprint = (text: string, random: Random): string => {
  if (text.length < 4) return text;
  const at = 1 + random.below(text.length - 1);
  const kind = random.below(3);
  const other = CHARACTERS[random.below(CHARACTERS.length)]!;
  return text.slice(0, at) + (kind === 0 ? '' : kind === 1 ? other : other + text[at]) + text.slice(at + 1);
};

/** Pairs of the form's characters, simplified and traditional. */
const TRADITIONAL = new Map(
  [
    ...'条條项項规規范範制製开開关關数數总總额額处處罰罰强強业業务務许許费費报報请請办辦结結转轉属屬国國机機构構为為应應该該资資诉訴讼訟复復议議维維纠糾审審经經后後计計现現废廢体體类類内內过過执執据據组組织織团團义義个個无無补補确確访訪举舉当當缴繳纳納单單万萬号號问問题題进進况況与與权權护護稳穩',
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1]!]);
    return pairs;
  }, []),
);

export const toTraditional = (text: string): string =>
  [...text].map((character) => TRADITIONAL.get(character) ?? character).join('');

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

/** What happens to labels and words; every number stays where its row and column say. */
export const WORDS: Readonly<Record<string, Disturbance>> = {
  'labels misprinted by a character': (form, random) =>
    inLabels((text) => (random.below(4) === 0 ? misprint(text, random) : text))(form),
  'remarks with digits in brackets': (form, random) =>
    inLabels((text) =>
      random.below(4) === 0 ? `${text}（含涉外${random.below(90)}件，减少以负数表示，如-8）` : text,
    )(form),
  'ordinals misnumbered': (form, random) =>
    inLabels((text) => text.replace(/^\d(?=[.、])/, () => String(1 + random.below(9))))(form),
  'ordinals lost': inLabels((text) => text.replace(/^(?:\d[.、]|[一二四]、|（[一二七]）)/, '')),
  'traditional characters': inRows((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.figure ? cell : { ...cell, text: toTraditional(cell.text) })),
  })),
  'the outcome heading printed again': (form, random) =>
    inTable('requests', (table) => ({
      ...table,
      rows: insert(table.rows, 6 + random.below(18), note('三、本年度办理结果')),
    }))(form),
  'page numbers between rows': (form, random) =>
    form.map((table) => ({
      ...table,
      rows: insert(table.rows, 1 + random.below(table.rows.length - 1), note(`- ${2 + random.below(8)} -`)),
    })),
  'the head printed again behind a page break': (form, random) =>
    inTable('requests', (table) => ({
      ...table,
      rows: insert(
        table.rows,
        6 + random.below(18),
        ...table.rows.slice(
          0,
          table.rows.findIndex(({ kind }) => kind !== 'head'),
        ),
      ),
    }))(form),
  'a footnote with numbers': (form, random) =>
    form.map((table) => ({
      ...table,
      rows: [...table.rows, note(`注：以上数据含${random.below(90)}家直属单位，统计至12月31日。`)],
    })),
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
      changeRow(table, random, (row) => recount(row, (values) => [...values, { text: '3' }])),
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

/** What happens to columns. */
export const COLUMNS: Readonly<Record<string, Disturbance>> = {
  'a head in one row': (form) => inTable('requests', (table) => flatHead(table, [0, 1, 2, 3, 4, 5, 6]))(form),
  'the total first': (form) => inTable('requests', (table) => flatHead(table, [6, 0, 1, 2, 3, 4, 5]))(form),
  'columns in any order': (form, random) =>
    inTable('requests', (table) => flatHead(table, shuffled(7, random)))(form),
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
