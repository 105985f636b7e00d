import type { TemplateId } from '../../../shared/report/report.ts';
import { DISCLOSURE_ROWS, type DisclosureRow } from '../../../shared/report/templates/disclosure.ts';
import { REMEDIES, REMEDY_RESULTS } from '../../../shared/report/templates/remedies.ts';
import { APPLICANTS, type RequestRow, requestRows } from '../../../shared/report/templates/requests.ts';
import type { Printed } from './random-figures.ts';

/** A cell of the printed form; `figure` is the id of the figure that it holds. */
export interface FormCell {
  readonly text: string;
  readonly figure?: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

/** `head` rows name columns, `data` rows hold figures, `note` rows hold words over the whole width. */
export interface FormRow {
  readonly kind: 'head' | 'data' | 'note';
  readonly cells: readonly FormCell[];
}

export type TableName = 'disclosure' | 'requests' | 'remedies';

export interface FormTable {
  readonly name: TableName;
  readonly rows: readonly FormRow[];
}

/** The three tables in the order of the form; a table may stand there more than once. */
export type Form = readonly FormTable[];

const CLAUSES: Record<TemplateId, readonly (readonly [clause: string, rows: readonly string[]])[]> = {
  '2021': [
    ['第二十条第（一）项', ['regulations', 'normativeDocuments']],
    ['第二十条第（五）项', ['licensing']],
    ['第二十条第（六）项', ['penalties', 'coercion']],
    ['第二十条第（八）项', ['fees']],
  ],
  '2019': [
    ['第二十条第（一）项', ['regulations', 'normativeDocuments']],
    ['第二十条第（五）项', ['licensing', 'otherServices']],
    ['第二十条第（六）项', ['penalties', 'coercion']],
    ['第二十条第（八）项', ['fees']],
    ['第二十条第（九）项', ['procurement']],
  ],
};

const disclosureTable = (template: TemplateId, printed: Printed): FormTable => {
  const width = 4;
  const rowOf = (id: string): DisclosureRow => DISCLOSURE_ROWS[template].find((row) => row.id === id)!;
  const rows = CLAUSES[template].flatMap(([clause, ids]): FormRow[] => {
    const { columns } = rowOf(ids[0]!);
    const span = columns.length === 1 ? 3 : 1;
    return [
      { kind: 'note', cells: [{ text: clause, columnSpan: width }] },
      {
        kind: 'head',
        cells: [
          { text: '信息内容' },
          ...columns.map(({ label, unit }) => ({
            text: unit === '万元' ? `${label}（单位：万元）` : label,
            columnSpan: span,
          })),
        ],
      },
      ...ids.map(
        (id): FormRow => ({
          kind: 'data',
          cells: [
            { text: rowOf(id).label },
            ...columns.map((column) => {
              const figure = `disclosure.${id}.${column.id}`;
              return { text: printed.get(figure)!, figure, columnSpan: span };
            }),
          ],
        }),
      ),
    ];
  });
  return { name: 'disclosure', rows };
};

const RELATION = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const requestHead: readonly FormRow[] = [
  {
    kind: 'head',
    cells: [
      { text: RELATION, rowSpan: 3, columnSpan: 3 },
      { text: '申请人情况', columnSpan: 7 },
    ],
  },
  {
    kind: 'head',
    cells: [
      { text: '自然人', rowSpan: 2 },
      { text: '法人或其他组织', columnSpan: 5 },
      { text: '总计', rowSpan: 2 },
    ],
  },
  { kind: 'head', cells: APPLICANTS.slice(1, -1).map(({ label }) => ({ text: label })) },
];

const values = (row: RequestRow, printed: Printed): FormCell[] =>
  APPLICANTS.map(({ id }) => {
    const figure = `requests.${row.id}.${id}`;
    return { text: printed.get(figure)!, figure };
  });

const requestTable = (template: TemplateId, printed: Printed): FormTable => {
  const all = requestRows(template);
  const inResults = all.filter((row) => row.outcome || row.id === 'closed');
  const groupSize = (label: string) => all.filter(({ group }) => group?.label === label).length;
  const groups = new Set<string>();
  const rows = all.map((row): FormRow => {
    const cells: FormCell[] = [];
    if (row === inResults[0]) cells.push({ text: '三、本年度办理结果', rowSpan: inResults.length });
    const name = row.ordinal + row.label;
    if (!inResults.includes(row)) cells.push({ text: name, columnSpan: 3 });
    else if (!row.group) cells.push({ text: name, columnSpan: 2 });
    else {
      const { ordinal, label } = row.group;
      if (!groups.has(label)) cells.push({ text: ordinal + label, rowSpan: groupSize(label) });
      groups.add(label);
      cells.push({ text: name });
    }
    return { kind: 'data', cells: [...cells, ...values(row, printed)] };
  });
  return { name: 'requests', rows: [...requestHead, ...rows] };
};

const remedyTable = (printed: Printed): FormTable => ({
  name: 'remedies',
  rows: [
    {
      kind: 'head',
      cells: [
        { text: '行政复议', columnSpan: 5, rowSpan: 2 },
        { text: '行政诉讼', columnSpan: 10 },
      ],
    },
    {
      kind: 'head',
      cells: [
        { text: '未经复议直接起诉', columnSpan: 5 },
        { text: '复议后起诉', columnSpan: 5 },
      ],
    },
    { kind: 'head', cells: REMEDIES.flatMap(() => REMEDY_RESULTS.map(({ label }) => ({ text: label }))) },
    {
      kind: 'data',
      cells: REMEDIES.flatMap(({ id }) =>
        REMEDY_RESULTS.map((result) => {
          const figure = `remedies.${id}.${result.id}`;
          return { text: printed.get(figure)!, figure };
        }),
      ),
    },
  ],
});

/** The official form filled in. */
export const makeForm = (disclosure: TemplateId, requests: TemplateId, printed: Printed): Form => [
  disclosureTable(disclosure, printed),
  requestTable(requests, printed),
  remedyTable(printed),
];
