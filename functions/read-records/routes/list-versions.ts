import * as z from 'zod';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { checkId } from '../../../shared/records/check-identity.ts';
import { compareUploads, precedenceOf } from '../../../shared/records/precedence.ts';
import type { StoredRecord, VersionEntry } from '../../../shared/records/stored-record.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

/** More uploads of one report than anyone looks through. */
const VERSIONS = 200;

/** The table sorts them by their names, which say nothing of their time: the newest are found among so many. */
const READ = 2000;

/**
 * The uploads, newest first; a later check of the current one, under newer rules or against another year before,
 * stands for its first.
 */
export const standingVersions = (
  versions: readonly VersionEntry[],
  current: StoredRecord,
): VersionEntry[] => {
  const sorted = [...versions].sort((a, b) => compareUploads(precedenceOf(b), precedenceOf(a)));
  const at = sorted.findIndex(({ version }) => version === current.version);
  return sorted.map((entry, index) =>
    index === at ? { ...current, ...(entry.announcedAt && { announcedAt: entry.announcedAt }) } : entry,
  );
};

export const listVersions = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/versions',
  name: 'listVersions',
  summary: `Every examined upload of a report, newest first, at most ${VERSIONS}`,
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: z.object({
    items: z.array(
      z.object({
        version: z.string(),
        ruleSet: z.number().int(),
        verdict: z.enum(VERDICTS),
        current: z.boolean(),
        errors: z.number().int(),
        warnings: z.number().int(),
        key: z.string(),
        uploadedAt: z.string(),
        recordedAt: z.string(),
        announcedAt: z.string().nullable(),
      }),
    ),
  }),
  async respond({ reader }, { path }) {
    const [current, versions] = await Promise.all([
      currentRecord(reader, path),
      reader.versions(path.agency, path.year, { limit: READ }),
    ]);
    const newest = standingVersions(versions, current).slice(0, VERSIONS);
    const items = newest.map((entry) => ({
      version: entry.version,
      ruleSet: entry.ruleSet,
      verdict: entry.verdict,
      current: checkId(entry) === checkId(current),
      errors: entry.counts.findings.error,
      warnings: entry.counts.findings.warning,
      key: entry.object.key,
      uploadedAt: entry.object.uploadedAt,
      recordedAt: entry.recordedAt,
      announcedAt: entry.announcedAt ?? null,
    }));
    return { body: { items } };
  },
});
