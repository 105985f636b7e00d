import type { Truth } from './truth.ts';

/**
 * The arithmetic of the printed form worked out again from the truth alone, with nothing of the project's checks:
 * what they say is held against this.
 */
const APPLICANTS = [
  'naturalPerson',
  'business',
  'researchInstitute',
  'publicWelfare',
  'legalService',
  'otherOrganization',
];
const RESULTS = ['upheld', 'corrected', 'other', 'pending'];
const NO_OUTCOMES = new Set(['received', 'carriedOver', 'closed', 'carriedForward']);

/** `rule subject` → whether it holds; only where every operand is a number. */
export const expectedOutcomes = ({ figures }: Truth): Map<string, 'pass' | 'fail'> => {
  const expected = new Map<string, 'pass' | 'fail'>();
  const value = (id: string): number => figures[id] ?? Number.NaN;
  const judge = (rule: string, subject: string, left: readonly string[], right: readonly string[]) => {
    const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + value(id), 0);
    const difference = sum(left) - sum(right);
    if (!Number.isNaN(difference)) expected.set(`${rule} ${subject}`, difference === 0 ? 'pass' : 'fail');
  };
  const rows = new Set(
    Object.keys(figures)
      .filter((id) => id.startsWith('requests.'))
      .map((id) => id.split('.').slice(1, -1).join('.')),
  );
  for (const row of rows) {
    judge(
      'requests/row-total',
      row,
      APPLICANTS.map((column) => `requests.${row}.${column}`),
      [`requests.${row}.total`],
    );
  }
  for (const column of [...APPLICANTS, 'total']) {
    const at = (row: string) => `requests.${row}.${column}`;
    const outcomes = [...rows].filter((row) => !NO_OUTCOMES.has(row));
    // A fragment without all rows decides nothing.
    if (outcomes.length >= 19) judge('requests/closed-total', column, outcomes.map(at), [at('closed')]);
    judge(
      'requests/balance',
      column,
      [at('received'), at('carriedOver')],
      [at('closed'), at('carriedForward')],
    );
  }
  for (const route of ['reconsideration', 'litigation', 'litigationAfterReconsideration']) {
    const at = (result: string) => `remedies.${route}.${result}`;
    judge('remedies/total', route, RESULTS.map(at), [at('total')]);
  }
  return expected;
};
