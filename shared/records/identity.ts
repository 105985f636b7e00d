import { createHash } from 'node:crypto';
import type { Report } from '../report/report.ts';
import type { ObjectVersion } from './object-version.ts';

const digest = (parts: readonly string[], length: number): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, length);

/** Names the object, whatever its version: 16 hexadecimal digits. */
export const objectId = ({ bucket, key }: Pick<ObjectVersion, 'bucket' | 'key'>): string =>
  digest([bucket, key], 16);

/**
 * Names one version of one object: 20 hexadecimal digits of bucket, key and version id, so that every delivery of
 * it does the same work. Without a version id the entity tag stands in, then the sequencer.
 */
export const versionOf = ({ bucket, key, versionId, eTag, sequencer }: ObjectVersion): string =>
  digest(
    [
      bucket,
      key,
      versionId ?? (eTag && `etag ${eTag}`) ?? (sequencer && `sequencer ${sequencer}`) ?? 'unversioned',
    ],
    20,
  );

/** Years are four digits; reports that state none are kept under this one, shown as `undated`. */
export const UNDATED = 0;

/** Longest agency name kept as a key; the longest real name met has 34 characters. */
const AGENCY_CHARACTERS = 100;

/**
 * The agency under which a report is kept: the name it states, safe as a key and as one segment of a path.
 * A report that names no agency is kept under `未署名-` and the object it came in, so that two such reports never
 * displace each other, while a corrected upload of the same object still does.
 */
export const recordAgency = (report: Pick<Report, 'agency'>, object: ObjectVersion): string => {
  const stated = report.agency
    ?.normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll('/', '／')
    .replaceAll('#', '＃')
    .trim();
  if (!stated) return `未署名-${objectId(object).slice(0, 8)}`;
  const characters = [...stated];
  return characters.length <= AGENCY_CHARACTERS
    ? stated
    : `${characters.slice(0, AGENCY_CHARACTERS).join('')}-${digest([stated], 8)}`;
};

/** The year under which a report is kept. */
export const recordYear = (report: Pick<Report, 'year'>): number =>
  report.year !== null && Number.isInteger(report.year) && report.year >= 1000 && report.year <= 9999
    ? report.year
    : UNDATED;

/** A year as it stands in a path: four digits, or `undated`. */
export const yearSegment = (year: number): string => (year === UNDATED ? 'undated' : String(year));
