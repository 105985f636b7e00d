import type { ErrorName, StoredRecord } from './stored-record.ts';

type Kept = Pick<StoredRecord, 'findings' | 'moreErrors'>;

/** The errors of a record, also those that it has no room to put into words. */
export const errorsOf = ({ findings, moreErrors = [] }: Kept): readonly ErrorName[] => [
  ...findings.filter(({ severity }) => severity === 'error'),
  ...moreErrors,
];

/** Errors beyond all that a record can name; they count as open, since nobody can say what became of them. */
export const unnamedErrors = (record: Kept & Pick<StoredRecord, 'counts'>): number =>
  (record.counts.findings.error ?? 0) - errorsOf(record).length;

/** How many errors of a record are open: nobody dismissed them. */
export const openErrors = (
  record: Kept & Pick<StoredRecord, 'counts'>,
  isOpen: (fingerprint: string) => boolean,
): number => errorsOf(record).filter(({ fingerprint }) => isOpen(fingerprint)).length + unnamedErrors(record);
