import * as z from 'zod';
import { objectVersionSchema } from './object-version.ts';

/** The record of the year before that a report was held against: enough to name it and to tell which is newer. */
export const basisSchema = objectVersionSchema
  .pick({ bucket: true, key: true, sequencer: true, uploadedAt: true })
  .extend({
    version: z.string(),
    reading: z.number().int().optional(),
  });
export type Basis = z.infer<typeof basisSchema>;

/** What a check was made with, besides the upload: readers, rules, and the year before. */
export interface CheckedWith {
  readonly version: string;
  readonly ruleSet: number;
  /** Absent for the first version of the readers. */
  readonly reading?: number | undefined;
  readonly basis?: Basis | undefined;
}

const readingSuffix = (reading = 1): string => (reading > 1 ? `.${reading}` : '');

/** The upload, and the version of the readers where it is not the first: what the figures depend on. */
export const readingOf = ({ version, reading }: Pick<CheckedWith, 'version' | 'reading'>): string =>
  `${version}${readingSuffix(reading)}`;

/** Rule set and readers, as they stand in keys: the rule set is padded so that keys sort. */
export const rulesOf = ({ ruleSet, reading }: Pick<CheckedWith, 'ruleSet' | 'reading'>): string =>
  `${String(ruleSet).padStart(6, '0')}${readingSuffix(reading)}`;

/** Names the record of the year before, or `alone`. */
export const basisId = (basis: Basis | undefined): string => (basis ? readingOf(basis) : 'alone');

/** Names one check of one upload. */
export const checkId = ({ basis, ...check }: CheckedWith): string =>
  `${check.version}.${rulesOf(check)}.${basisId(basis)}`;

/** The part of a record that the year after depends on. */
export const basisOf = (
  record: CheckedWith & { readonly object: z.infer<typeof objectVersionSchema> },
): Basis => {
  const { bucket, key, sequencer, uploadedAt } = record.object;
  const { version, reading } = record;
  return {
    ...{ bucket, key, uploadedAt, version },
    ...(sequencer !== undefined && { sequencer }),
    ...(reading !== undefined && { reading }),
  };
};
