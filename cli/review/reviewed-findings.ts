import * as z from 'zod';
import { VERDICTS } from '../../shared/checks/examination.ts';
import { reviewSchema } from '../../shared/records/review.ts';
import { findingSummarySchema } from '../../shared/records/stored-record.ts';
import type { ApiClient } from '../api/api-client.ts';
import { UsageError } from '../usage-error.ts';

/** Findings of a stored report, each with its fingerprint and what a person said of it. */
export const reviewedFindingsSchema = z.looseObject({
  agency: z.string(),
  year: z.number().nullable(),
  verdict: z.enum(VERDICTS),
  findings: z.array(
    findingSummarySchema
      .pick({ rule: true, subject: true, severity: true, message: true, fingerprint: true })
      .loose()
      .extend({ review: reviewSchema.optional() }),
  ),
});
export type ReviewedFindings = z.infer<typeof reviewedFindingsSchema>;

/** Path of a stored report. Throws a UsageError for a year that is none. */
export const reportPathOf = (agency: string, year: string): string => {
  if (!/^(\d{4}|undated)$/.test(year))
    throw new UsageError(`年度应为四位数字或 undated。The year is four digits, or undated: ${year}`);
  return `/reports/${encodeURIComponent(agency)}/${year}`;
};

export const reviewedFindings = (api: ApiClient, path: string): Promise<ReviewedFindings> =>
  api.request('GET', `${path}/findings`, reviewedFindingsSchema);

/** Completes beginnings of fingerprints. Throws a UsageError where none or several findings begin so. */
export const fingerprintsOf = ({ findings }: ReviewedFindings, beginnings: readonly string[]): string[] =>
  beginnings.map((beginning) => {
    const found = [
      ...new Set(findings.map(({ fingerprint }) => fingerprint).filter((each) => each.startsWith(beginning))),
    ];
    const [only] = found;
    if (found.length === 1 && only) return only;
    throw new UsageError(
      found.length === 0
        ? `没有指纹为 ${beginning} 的发现。No finding has the fingerprint ${beginning}.`
        : `${beginning} 对应多个发现。Several findings begin with ${beginning}: ${found.join(', ')}`,
    );
  });
