import { readClaims } from '../../../shared/report/claims/read-claims.ts';
import type { Claim, Section } from '../../../shared/report/report.ts';

/** A section of one paragraph, as the extractor makes it. */
export const sectionOf = (...texts: readonly string[]): Section => ({
  number: 1,
  title: '总体情况',
  text: texts.join('\n'),
  at: { line: 1, column: 1 },
  paragraphs: texts.map((text, index) => ({ text, at: { line: index + 10, column: 1 } })),
});

export const claimsIn = (...texts: readonly string[]): Claim[] => readClaims([sectionOf(...texts)]);

/** Claims as `metric value`, with `implied` and `approximate` as marks, for tables of cases. */
export const said = (...texts: readonly string[]): string[] =>
  claimsIn(...texts).map(
    ({ metric, value, implied, approximate }) =>
      `${metric} ${value}${implied ? ' implied' : ''}${approximate ? ' approximate' : ''}`,
  );
