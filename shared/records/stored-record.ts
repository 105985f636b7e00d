import * as z from 'zod';
import { VERDICTS } from '../checks/examination.ts';
import { REJECTION_REASONS } from '../document/rejection.ts';
import { basisSchema } from './check-identity.ts';
import { objectVersionSchema } from './object-version.ts';

const messageSchema = z.object({ zh: z.string(), en: z.string() });

/** A cell to change, with the words that a person needs to find it. */
const changeSchema = z.object({
  figure: z.string(),
  row: z.string().optional(),
  column: z.string().optional(),
  from: z.number().nullable(),
  to: z.number(),
});

export const findingSummarySchema = z.object({
  rule: z.string(),
  subject: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: messageSchema,
  expected: z.union([z.number(), z.string()]).nullable().optional(),
  actual: z.union([z.number(), z.string()]).nullable().optional(),
  cause: z.string().optional(),
  fingerprint: z.string(),
});
export type FindingSummary = z.infer<typeof findingSummarySchema>;

export const causeSummarySchema = z.object({
  id: z.string(),
  kind: z.string(),
  unique: z.boolean(),
  message: messageSchema.optional(),
  /** The likeliest repair. */
  repair: z.array(changeSchema),
});
export type CauseSummary = z.infer<typeof causeSummarySchema>;

/** An error by its fingerprint, and the cause that explains it. */
export const errorNameSchema = findingSummarySchema.pick({ fingerprint: true, cause: true });
export type ErrorName = z.infer<typeof errorNameSchema>;

const countsSchema = z.object({
  figures: z.partialRecord(
    z.enum(['stated', 'blank', 'notApplicable', 'inferred', 'unreadable', 'missing']),
    z.number().int(),
  ),
  outcomes: z.partialRecord(z.enum(['pass', 'fail', 'unknown', 'notApplicable']), z.number().int()),
  findings: z.record(z.enum(['error', 'warning', 'info']), z.number().int()),
});

/**
 * What the table keeps of one examined upload: small, for lists and alerts. The whole examination lies beside it
 * in the bucket, at `document`.
 */
export const storedRecordSchema = z.object({
  /** Key of the record; see `recordAgency`. Absent when rejected. */
  agency: z.string().optional(),
  /** As the report states it. */
  statedAgency: z.string().nullable().optional(),
  /** 0 when the report states none. Absent when rejected. */
  year: z.number().int().optional(),
  template: z.enum(['2019', '2021']).optional(),
  verdict: z.enum(VERDICTS),
  reason: z.enum(REJECTION_REASONS).optional(),
  message: messageSchema.optional(),
  version: z.string(),
  ruleSet: z.number().int(),
  /** Version of the readers that read it; absent for the first. */
  reading: z.number().int().optional(),
  /** The record of the year before that it was held against; absent when there was none. */
  basis: basisSchema.optional(),
  /** A later check of an upload: under newer rules, or against a newer record of the year before. */
  recheck: z.literal(true).optional(),
  object: objectVersionSchema,
  source: z.object({
    name: z.string(),
    format: z.string().optional(),
    encoding: z.string().optional(),
    bytes: z.number().int(),
    sha256: z.string().optional(),
  }),
  counts: countsSchema,
  /** Errors first; as many as fit. */
  findings: z.array(findingSummarySchema),
  /** Errors that `findings` has no room for, so that people's reviews and later checks still know them. */
  moreErrors: z.array(errorNameSchema).optional(),
  /** Of all findings, also those without room: another one when a finding comes, goes, or changes its severity. */
  findingsDigest: z.string(),
  causes: z.array(causeSummarySchema),
  /** Key of the whole examination in the bucket of records. */
  document: z.string(),
  /** When this version was first recorded, ISO 8601 in UTC. */
  recordedAt: z.iso.datetime(),
});
export type StoredRecord = z.infer<typeof storedRecordSchema>;

/** The version that this one displaced as the current one. */
export const displacedSchema = z.object({
  version: z.string(),
  ruleSet: z.number().int(),
  verdict: z.enum(VERDICTS),
});

/** What was displaced, with what had been told of it: a later check of the same upload tells only what is new. */
export const displacedCheckSchema = displacedSchema.extend({
  /** Which of its checks it was; see `checkId`. */
  check: z.string().optional(),
  /** Of its bytes: the same file uploaded again is the same news. */
  sha256: z.string().optional(),
  /** Fingerprints of its errors. */
  errors: z.array(z.string()).optional(),
  /** Digest of all its findings. */
  findings: z.string().optional(),
});
export type DisplacedCheck = z.infer<typeof displacedCheckSchema>;

/** One version in the history: written first, before anything is told, then marked announced. */
export const versionEntrySchema = storedRecordSchema.extend({
  displaced: displacedCheckSchema.optional(),
  announcedAt: z.iso.datetime().optional(),
});
export type VersionEntry = z.infer<typeof versionEntrySchema>;

/** What became of an object's newest version: the whole record when it was rejected, else where its report is. */
export const objectOutcomeSchema = storedRecordSchema.partial().required({
  verdict: true,
  version: true,
  ruleSet: true,
  object: true,
  recordedAt: true,
});
export type ObjectOutcome = z.infer<typeof objectOutcomeSchema>;
