import type { Report } from '../../../shared/report/report.ts';
import { requestRows } from '../../../shared/report/templates/requests.ts';

/**
 * Whether arithmetic can see that a report whose cells all hold numbers is wrong. Written out on its own, so that
 * the mutation test does not ask the code that it tests.
 */
export const visible = (report: Report): boolean => {
  const at = (figure: string): number => report.figures[figure]?.value ?? Number.NaN;
  const parts = [
    'naturalPerson',
    'business',
    'researchInstitute',
    'publicWelfare',
    'legalService',
    'otherOrganization',
  ];
  const rows = requestRows(report.templates.requests).map(({ id }) => id);
  const outcomes = rows.filter((id) => !['received', 'carriedOver', 'closed', 'carriedForward'].includes(id));
  const sum = (figures: string[]): number => figures.reduce((total, figure) => total + at(figure), 0);
  const rowsHold = rows.every(
    (row) => sum(parts.map((p) => `requests.${row}.${p}`)) === at(`requests.${row}.total`),
  );
  const columnsHold = [...parts, 'total'].every(
    (column) =>
      sum(outcomes.map((row) => `requests.${row}.${column}`)) === at(`requests.closed.${column}`) &&
      at(`requests.received.${column}`) + at(`requests.carriedOver.${column}`) ===
        at(`requests.closed.${column}`) + at(`requests.carriedForward.${column}`),
  );
  const routesHold = ['reconsideration', 'litigation', 'litigationAfterReconsideration'].every(
    (route) =>
      sum(['upheld', 'corrected', 'other', 'pending'].map((r) => `remedies.${route}.${r}`)) ===
      at(`remedies.${route}.total`),
  );
  const negative = Object.entries(report.figures).some(
    ([figure, { value }]) => !figure.startsWith('disclosure') && value !== null && value < 0,
  );
  return negative || !rowsHold || !columnsHold || !routesHold;
};
