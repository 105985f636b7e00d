import type { Claim, Report } from '../../report/report.ts';
import type { Relation } from '../arithmetic/relation.ts';
import { claimedFigures } from '../claimed-figures.ts';
import { isExact } from '../narrative/claims-of.ts';
import type { Change } from '../outcome.ts';

/** The figures a number may be about; what was worked on is what was closed, if nothing was left over. */
const figuresOf = (claim: Claim, report: Report): readonly string[] =>
  claim.metric === 'requests.workedOn' ? ['requests.closed.total'] : claimedFigures(claim.metric, report);

/** What the tables say about a claim's metric once `changes` are made; undefined where they leave it open. */
const tableValue = (claim: Claim, report: Report, changes: readonly Change[]): number | undefined => {
  const figures = figuresOf(claim, report);
  if (figures.length === 0) return undefined;
  let sum = 0;
  for (const figure of figures) {
    const changed = changes.find((change) => change.figure === figure);
    const value = changed ? changed.to : (report.figures[figure]?.value ?? null);
    if (value === null) return undefined;
    sum += value;
  }
  return sum;
};

/**
 * Claims of the narrative about the figures of the failed relations. An approximate or rounded number, or one of a
 * narrower scope or of one of two routes, proves nothing.
 */
export const tellingClaims = (report: Report, failed: readonly Relation[]): Claim[] => {
  const told = [...report.claims, ...(report.mentions ?? [])];
  if (told.length === 0) return [];
  const inQuestion = new Set(failed.flatMap(({ terms }) => terms.map((term) => term.figure)));
  return told.filter(
    (claim) =>
      isExact(claim) &&
      claim.scope !== 'narrower' &&
      !claim.eitherRoute &&
      figuresOf(claim, report).some((figure) => inQuestion.has(figure)),
  );
};

/** Those of the claims that the tables bear out once the changes are made. */
export const supportingClaims = (
  claims: readonly Claim[],
  report: Report,
  changes: readonly Change[],
): Claim[] => claims.filter((claim) => tableValue(claim, report, changes) === claim.value);
