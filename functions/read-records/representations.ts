import * as z from 'zod';
import { VERDICTS } from '../../shared/checks/examination.ts';
import { REJECTION_REASONS } from '../../shared/document/rejection.ts';
import { reportPath, uploadPath } from '../../shared/events/events-of.ts';
import { UNDATED } from '../../shared/records/identity.ts';
import { type StoredRecord, storedRecordSchema } from '../../shared/records/stored-record.ts';
import type { ListedRecord } from '../../shared/records/table-items.ts';

/** Four digits, or `undated` for reports that state no year. */
export const yearParameter = z
  .string()
  .regex(/^(\d{4}|undated)$/, 'four digits, or "undated"')
  .transform((segment) => (segment === 'undated' ? UNDATED : Number(segment)));

/** One entry of a list. */
export const recordEntrySchema = z.object({
  agency: z.string().nullable(),
  year: z.number().int().nullable(),
  verdict: z.enum(VERDICTS),
  reason: z.enum(REJECTION_REASONS).optional(),
  errors: z.number().int(),
  warnings: z.number().int(),
  format: z.string().optional(),
  name: z.string(),
  version: z.string(),
  ruleSet: z.number().int(),
  uploadedAt: z.string(),
  recordedAt: z.string(),
  href: z.string(),
});

const shownYear = (year: number | undefined): number | null =>
  year === undefined || year === UNDATED ? null : year;

/** An entry of a list, nothing of the record besides what the list shows. */
export const toEntry = (listed: ListedRecord): z.infer<typeof recordEntrySchema> =>
  recordEntrySchema.parse({
    ...listed,
    agency: listed.agency ?? null,
    year: shownYear(listed.year),
    href: `/${
      listed.agency === undefined || listed.year === undefined
        ? uploadPath(listed.objectId)
        : reportPath(listed.agency, listed.year)
    }`,
  });

/** What a record keeps for later checks and reviews; its parts tell the same in full. */
const BOOKKEEPING = { document: true, moreErrors: true, findingsDigest: true } as const;

/** One record, with links to its parts. */
export const recordSchema = storedRecordSchema.omit({ ...BOOKKEEPING, agency: true, year: true }).extend({
  agency: z.string(),
  year: z.number().int().nullable(),
  links: z.record(z.string(), z.string()),
});

/** Parts of a record that have a resource of their own. */
const PARTS = ['document', 'figures', 'outcomes', 'findings', 'versions', 'original', 'reviews'] as const;

/** What stands before every part of a report. */
export const toPart = ({ agency = '', year, version, verdict }: StoredRecord) => ({
  agency,
  year: shownYear(year),
  version,
  verdict,
});

export const toRepresentation = (record: StoredRecord): z.infer<typeof recordSchema> => {
  const { document: _, moreErrors: __, findingsDigest: ___, agency = '', year = UNDATED, ...rest } = record;
  const self = `/${reportPath(agency, year)}`;
  return {
    ...rest,
    agency,
    year: shownYear(year),
    links: { self, ...Object.fromEntries(PARTS.map((part) => [part, `${self}/${part}`])) },
  };
};
