import type { Figures, TemplateId } from '../../report/report.ts';
import type { TableId } from '../../report/templates/figure-list.ts';
import { REMEDIES, REMEDY_RESULTS } from '../../report/templates/remedies.ts';
import { APPLICANTS, requestRows } from '../../report/templates/requests.ts';

/** `coefficient` times the figure; all coefficients are 1 or −1. */
export interface Term {
  readonly figure: string;
  readonly coefficient: 1 | -1;
}

/** A linear relation over figure ids: the terms add up to 0. */
export interface Relation {
  /** `rule#subject`. */
  readonly id: string;
  readonly rule: string;
  readonly subject: string;
  readonly table: TableId;
  readonly terms: readonly Term[];
  /** It follows from the other relations of its table, and adds nothing to them taken together. */
  readonly implied?: true;
}

const relation = (
  table: TableId,
  rule: string,
  subject: string,
  plus: readonly string[],
  minus: readonly string[],
): Relation => ({
  id: `${rule}#${subject}`,
  rule,
  subject,
  table,
  terms: [
    ...plus.map((figure) => ({ figure, coefficient: 1 as const })),
    ...minus.map((figure) => ({ figure, coefficient: -1 as const })),
  ],
});

const requestRelations = (template: TemplateId): Relation[] => {
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

const REMEDY_RELATIONS: readonly Relation[] = REMEDIES.map(({ id }) =>
  relation(
    'remedies',
    'remedies/total',
    id,
    REMEDY_RESULTS.filter((result) => result.id !== 'total').map((result) => `remedies.${id}.${result.id}`),
    [`remedies.${id}.total`],
  ),
);

const RELATIONS: Readonly<Record<TemplateId, readonly Relation[]>> = {
  '2021': [...requestRelations('2021'), ...REMEDY_RELATIONS],
  '2019': [...requestRelations('2019'), ...REMEDY_RELATIONS],
};

/**
 * Every arithmetic relation of a report whose table 三 follows `template`: the one list that evaluation,
 * the settling of blanks and the search for repairs share.
 */
export const relationsOf = (template: TemplateId): readonly Relation[] => RELATIONS[template];

/** The figures of a relation that hold no number, whatever the reason. */
export const openTerms = (relation: Relation, figures: Figures): readonly Term[] =>
  relation.terms.filter((term) => (figures[term.figure]?.value ?? null) === null);

/** The sum of a relation's terms that hold a number; 0 when all do and it holds. */
export const residual = (relation: Relation, figures: Figures): number => {
  let sum = 0;
  for (const { figure, coefficient } of relation.terms) sum += coefficient * (figures[figure]?.value ?? 0);
  // Fractions occur only by mistake; the rounding keeps 0.1 + 0.2 from failing against 0.3.
  return Math.round(sum * 1e6) / 1e6;
};
