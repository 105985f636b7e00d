import type { TemplateId } from '../../report/report.ts';
import { type TableId, tableFigures } from '../../report/templates/figure-list.ts';
import { perTemplate } from '../../report/templates/per-template.ts';
import { REMEDIES, REMEDY_RESULTS } from '../../report/templates/remedies.ts';
import { APPLICANTS, requestRows } from '../../report/templates/requests.ts';

/** `coefficient` times the figure; all coefficients are 1 or −1. */
export interface Term {
  readonly figure: string;
  readonly coefficient: 1 | -1;
  /** Index of the figure in `cellsOf` of the template. */
  readonly cell: number;
}

/** A linear relation over figure ids: the terms add up to 0. Those with coefficient 1 come first. */
export interface Relation {
  /** `rule#subject`. */
  readonly id: string;
  /** Its place in `relationsOf` of the template. */
  readonly index: number;
  readonly rule: string;
  readonly subject: string;
  readonly table: TableId;
  readonly terms: readonly Term[];
  /** The cells of the terms with coefficient 1, and of those with −1: what evaluation runs over. */
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** It follows from the other relations of its table, and adds nothing to them taken together. */
  readonly implied?: true;
}

/** A relation before its figures are numbered. */
type UnnumberedRelation = Omit<Relation, 'index' | 'terms' | 'plus' | 'minus'> & {
  readonly terms: readonly Omit<Term, 'cell'>[];
};

const relation = (
  table: TableId,
  rule: string,
  subject: string,
  plus: readonly string[],
  minus: readonly string[],
): UnnumberedRelation => ({
  id: `${rule}#${subject}`,
  rule,
  subject,
  table,
  terms: [
    ...plus.map((figure) => ({ figure, coefficient: 1 as const })),
    ...minus.map((figure) => ({ figure, coefficient: -1 as const })),
  ],
});

const requestRelations = (template: TemplateId): UnnumberedRelation[] => {
  const rows = requestRows(template);
  const outcomes = rows.filter((row) => row.outcome);
  const parts = APPLICANTS.filter((applicant) => applicant.id !== 'total');
  return [
    ...rows.map((row) => ({
      ...relation(
        'requests',
        'requests/row-total',
        row.id,
        parts.map((part) => `requests.${row.id}.${part.id}`),
        [`requests.${row.id}.total`],
      ),
      // The row （七）总计 adds up as soon as every row above it and every column does.
      ...(row.id === 'closed' && { implied: true as const }),
    })),
    ...APPLICANTS.map(({ id }) =>
      relation(
        'requests',
        'requests/closed-total',
        id,
        outcomes.map((row) => `requests.${row.id}.${id}`),
        [`requests.closed.${id}`],
      ),
    ),
    ...APPLICANTS.map(({ id }) =>
      relation(
        'requests',
        'requests/balance',
        id,
        [`requests.received.${id}`, `requests.carriedOver.${id}`],
        [`requests.closed.${id}`, `requests.carriedForward.${id}`],
      ),
    ),
  ];
};

const REMEDY_RELATIONS: readonly UnnumberedRelation[] = REMEDIES.map(({ id }) =>
  relation(
    'remedies',
    'remedies/total',
    id,
    REMEDY_RESULTS.filter((result) => result.id !== 'total').map((result) => `remedies.${id}.${result.id}`),
    [`remedies.${id}.total`],
  ),
);

interface Numbered {
  readonly cells: readonly string[];
  readonly relations: readonly Relation[];
  readonly byId: ReadonlyMap<string, Relation>;
}

const cellsWith = (terms: readonly Term[], coefficient: 1 | -1): number[] =>
  terms.filter((term) => term.coefficient === coefficient).map(({ cell }) => cell);

/** Tables 三 and 四: every figure of both stands in some relation. */
const RELATED_TABLES = ['requests', 'remedies'] as const;

const number = (template: TemplateId, relations: readonly UnnumberedRelation[]): Numbered => {
  const cells = RELATED_TABLES.flatMap((table) => tableFigures(table, template).map(({ figure }) => figure));
  const index = new Map(cells.map((figure, cell) => [figure, cell]));
  const numberedRelations = relations.map((each, place): Relation => {
    const terms = each.terms.map((term): Term => ({ ...term, cell: index.get(term.figure) ?? -1 }));
    return { ...each, index: place, terms, plus: cellsWith(terms, 1), minus: cellsWith(terms, -1) };
  });
  return {
    cells,
    relations: numberedRelations,
    byId: new Map(numberedRelations.map((each) => [each.id, each])),
  };
};

const numbered = perTemplate(
  (template): Numbered => number(template, [...requestRelations(template), ...REMEDY_RELATIONS]),
);

/**
 * Every arithmetic relation of a report whose table 三 follows `template`: the one list that evaluation,
 * the settling of blanks and the search for repairs share.
 */
export const relationsOf = (template: TemplateId): readonly Relation[] => numbered(template).relations;

/** The relation `rule#subject`; undefined where the template has no such row. */
export const relationById = (template: TemplateId, id: string): Relation | undefined =>
  numbered(template).byId.get(id);

/**
 * The figures that occur in some relation: those of table 三 and then those of table 四, in the form's order. A term's
 * `cell` is an index into this list.
 */
export const cellsOf = (template: TemplateId): readonly string[] => numbered(template).cells;
