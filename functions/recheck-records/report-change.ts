import * as z from 'zod';
import { type Examination, VERDICTS } from '../../shared/checks/examination.ts';
import type { Finding } from '../../shared/checks/outcome.ts';
import { reportPath, uploadPath } from '../../shared/events/events-of.ts';
import { fingerprint } from '../../shared/records/fingerprint.ts';
import { objectId, UNDATED } from '../../shared/records/identity.ts';
import { findingSummarySchema, type ObjectOutcome } from '../../shared/records/stored-record.ts';

const findingSchema = findingSummarySchema.pick({
  rule: true,
  subject: true,
  severity: true,
  message: true,
  fingerprint: true,
});

const fromTo = <Schema extends z.ZodType>(schema: Schema) => z.object({ from: schema, to: schema });

/** What the present rules, or the present readers, change in what is recorded of one upload. */
export const reportChangeSchema = z.object({
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  name: z.string(),
  version: z.string(),
  href: z.string(),
  ruleSet: fromTo(z.number().int()),
  verdict: fromTo(z.enum(VERDICTS)),
  introduced: z.array(findingSchema).describe('Findings that come'),
  resolved: z.array(findingSchema).describe('Findings that go'),
  changed: z.boolean().describe('Verdict or findings change'),
  due: z.boolean().describe('Rules, readers or the year before moved on since the record was checked'),
  movesTo: z
    .object({ agency: z.string(), year: z.number().int().nullable() })
    .optional()
    .describe('Where the report is kept once it is read again'),
});
export type ReportChange = z.infer<typeof reportChangeSchema>;

const shown = ({ rule, subject, severity, message, ...rest }: Finding) => ({
  ...{ rule, subject, severity, message },
  fingerprint: fingerprint({ rule, subject, severity, message, ...rest }),
});

/** A finding that only becomes graver or milder goes and comes. */
const only = (these: readonly Finding[], those: readonly Finding[]) => {
  const key = (finding: Finding): string => `${finding.severity} ${fingerprint(finding)}`;
  const known = new Set(those.map(key));
  return these.filter((finding) => !known.has(key(finding))).map(shown);
};

/** What a record says now, and what it would say. */
export interface Comparison {
  readonly stored: ObjectOutcome;
  readonly name: string;
  readonly before: Pick<Examination, 'verdict' | 'findings' | 'reason'>;
  readonly after: Pick<Examination, 'verdict' | 'findings' | 'reason'>;
  readonly ruleSet: number;
  readonly due: boolean;
}

export const reportChange = ({ stored, name, before, after, ruleSet, due }: Comparison): ReportChange => {
  const { agency, year } = stored;
  const introduced = only(after.findings, before.findings);
  const resolved = only(before.findings, after.findings);
  return {
    agency: agency ?? null,
    year: year === undefined || year === UNDATED ? null : year,
    name,
    version: stored.version,
    href: `/${
      agency === undefined || year === undefined
        ? uploadPath(objectId(stored.object))
        : reportPath(agency, year)
    }`,
    ruleSet: { from: stored.ruleSet, to: ruleSet },
    verdict: { from: before.verdict, to: after.verdict },
    introduced,
    resolved,
    changed:
      before.verdict !== after.verdict ||
      before.reason !== after.reason ||
      introduced.length + resolved.length > 0,
    due,
  };
};
