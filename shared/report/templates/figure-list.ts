import type { TemplateId } from '../report.ts';
import { DISCLOSURE_ROWS } from './disclosure.ts';
import { REMEDIES, REMEDY_FIGURES, REMEDY_RESULTS } from './remedies.ts';
import { APPLICANTS, requestFigures, requestRows } from './requests.ts';

export type TableId = 'disclosure' | 'requests' | 'remedies';

/** A figure's id with its Chinese row and column. */
export interface FigureName {
  readonly figure: string;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly unit?: '万元' | '元';
  /** May be negative (本年增/减). */
  readonly signed?: true;
}

const disclosureNames = (template: TemplateId): FigureName[] =>
  DISCLOSURE_ROWS[template].flatMap((row) =>
    row.columns.map((column) => ({
      figure: `disclosure.${row.id}.${column.id}`,
      table: 'disclosure' as const,
      row: row.label,
      column: column.label,
      ...(column.unit && { unit: column.unit }),
      ...(column.signed && { signed: column.signed }),
    })),
  );

/** The row's name as people write it in full: `三、（三）1.属于国家秘密`. */
const requestRowName = (row: ReturnType<typeof requestRows>[number]): string => {
  const label = row.id === 'partiallyGranted' ? '部分公开' : row.label;
  const inResults = row.outcome || row.id === 'closed';
  return `${inResults ? '三、' : ''}${row.group?.ordinal ?? ''}${row.ordinal}${label}`;
};

const requestNames = (template: TemplateId): FigureName[] =>
  requestRows(template).flatMap((row) =>
    APPLICANTS.map((applicant, column) => ({
      figure: requestFigures(row)[column]!,
      table: 'requests' as const,
      row: requestRowName(row),
      column: applicant.label,
    })),
  );

const remedyNames = (): FigureName[] =>
  REMEDIES.flatMap((remedy, route) =>
    REMEDY_RESULTS.map((result, column) => ({
      figure: REMEDY_FIGURES[route * REMEDY_RESULTS.length + column]!,
      table: 'remedies' as const,
      row: remedy.label,
      column: result.label,
    })),
  );

const LISTS = {
  disclosure: { '2019': disclosureNames('2019'), '2021': disclosureNames('2021') },
  requests: { '2019': requestNames('2019'), '2021': requestNames('2021') },
  remedies: { '2019': remedyNames(), '2021': remedyNames() },
} as const satisfies Record<TableId, Record<TemplateId, FigureName[]>>;

/** The figures of one table in one template, in printed order. */
export const tableFigures = (table: TableId, template: TemplateId): readonly FigureName[] =>
  LISTS[table][template];

const NAMES: ReadonlyMap<string, FigureName> = new Map(
  (['2021', '2019'] as const)
    .flatMap((template) => Object.values(LISTS).flatMap((lists) => lists[template]))
    .map((name) => [name.figure, name]),
);

/** The Chinese row and column of a figure id; undefined for an id that no template has. */
export const figureName = (figure: string): FigureName | undefined => NAMES.get(figure);
