import * as z from 'zod';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import type { Published } from '../../../shared/checks/publish.ts';
import { fingerprint } from '../../../shared/records/fingerprint.ts';
import type { VersionEntry } from '../../../shared/records/stored-record.ts';
import { Problem } from '../../http/problem.ts';
import { route } from '../../http/route.ts';
import { compareFigures } from '../compare-figures.ts';
import { currentRecord } from '../current-record.ts';
import type { Services } from '../services.ts';
import { standingVersions } from './list-versions.ts';
import { reportParameters } from './parameters.ts';
import { findingSchema } from './published-schemas.ts';

const sideSchema = z.object({ version: z.string(), ruleSet: z.number().int(), verdict: z.enum(VERDICTS) });
const valueSchema = z.object({ value: z.number().nullable(), state: z.string() }).nullable();

const sideOf = ({ version, ruleSet, verdict }: VersionEntry) => ({ version, ruleSet, verdict });

/** Findings of one side that the other has not, whatever their order. */
const only = (these: Published, those: Published) => {
  const known = new Set(those.findings.map(fingerprint));
  return these.findings
    .filter((finding) => !known.has(fingerprint(finding)))
    .map((finding) => ({ ...finding, operands: finding.operands.map((operand) => ({ ...operand })) }));
};

/** One upload is examined once under each rule set and by each version of the readers. */
const CHECKS = 200;

export const compareVersions = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/changes',
  name: 'compareVersions',
  summary: 'What changed between two uploads of a report: figures, and findings come and gone',
  pathSchema: reportParameters,
  querySchema: z.strictObject({
    from: z
      .string()
      .regex(/^[0-9a-f]{20}$/)
      .describe('A version of the list of versions'),
    to: z
      .string()
      .regex(/^[0-9a-f]{20}$/)
      .describe('Another one'),
  }),
  replySchema: z.object({
    from: sideSchema,
    to: sideSchema,
    figures: z.array(
      z.object({
        figure: z.string(),
        row: z.string().nullable(),
        column: z.string().nullable(),
        from: valueSchema,
        to: valueSchema,
      }),
    ),
    resolved: z.array(findingSchema).describe('Findings that are gone'),
    introduced: z.array(findingSchema).describe('Findings that are new'),
  }),
  async respond({ reader, documents }, { path, query }) {
    const [current, ...versions] = await Promise.all([
      currentRecord(reader, path),
      ...[query.from, query.to].map((version) =>
        reader.versions(path.agency, path.year, { version, limit: CHECKS }),
      ),
    ]);
    const entries = standingVersions(versions.flat(), current);
    // The newest rule set that examined the version stands for it.
    const find = (version: string): VersionEntry => {
      const entry = entries.find((candidate) => candidate.version === version);
      if (!entry) throw new Problem('not-found', `This report has no version ${version}.`);
      return entry;
    };
    const [from, to] = [find(query.from), find(query.to)];
    const [before, after] = await Promise.all([from, to].map(({ document }) => documents.read(document)));
    if (!before || !after) throw new Problem('not-found', 'A version has no document.');
    return {
      body: {
        from: sideOf(from),
        to: sideOf(to),
        figures: compareFigures(before.report?.figures ?? {}, after.report?.figures ?? {}),
        resolved: only(before, after),
        introduced: only(after, before),
      },
    };
  },
});
