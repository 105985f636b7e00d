import type { Severity } from '../checks/outcome.ts';
import { sameBytes } from '../records/displaced-by.ts';
import { errorsOf, openErrors, unnamedErrors } from '../records/errors-of.ts';
import { objectId, UNDATED, yearSegment } from '../records/identity.ts';
import type { DisplacedCheck, StoredRecord } from '../records/stored-record.ts';
import type { EventType, GoujiEvent } from './catalogue.ts';
import { dataSchemaUri, EVENT_SOURCE } from './cloud-event.ts';
import { eventId } from './event-id.ts';

/** How a record stands when it is announced. */
export interface Standing {
  /** No newer upload of the same report has been recorded. */
  readonly current: boolean;
  /** The version it displaced as the current one. */
  readonly displaced?: DisplacedCheck | undefined;
  /** It never stood, and another upload tells of the same bytes. */
  readonly told?: boolean;
  /** Fingerprints of findings that a person dismissed. */
  readonly dismissed?: ReadonlySet<string>;
}

/** Path of a report in the read API. */
export const reportPath = (agency: string, year: number): string =>
  `reports/${encodeURIComponent(agency)}/${yearSegment(year)}`;

/** Path of what became of an uploaded object in the read API. */
export const uploadPath = (id: string): string => `uploads/${id}`;

/**
 * The check of the same upload, or of the same bytes uploaded before, that this one replaces; `none` for a later
 * check that never came to stand.
 */
const earlierCheck = (record: StoredRecord, { displaced }: Standing): DisplacedCheck | 'none' | undefined => {
  if (displaced?.version === record.version || sameBytes(record, displaced)) return displaced;
  return record.recheck ? 'none' : undefined;
};

/** Whether a later check says anything else than the one before. */
const differs = (record: StoredRecord, before: DisplacedCheck): boolean =>
  record.verdict !== before.verdict || record.findingsDigest !== before.findings;

/**
 * Whether people must be told: some error is open, that is, not dismissed. A later check of the same upload tells
 * only of errors that its predecessor had not told of.
 */
const hasAlert = (
  record: StoredRecord,
  isOpen: (fingerprint: string) => boolean,
  before: DisplacedCheck | undefined,
): boolean => {
  if (openErrors(record, isOpen) === 0) return false;
  if (before?.verdict !== 'inconsistent') return true;
  const told = new Set(before.errors);
  // Whether errors without a name are new cannot be known: better told twice than not at all.
  return (
    unnamedErrors(record) > 0 ||
    errorsOf(record).some(({ fingerprint }) => isOpen(fingerprint) && !told.has(fingerprint))
  );
};

/** What is open of a record: counts, findings, and the causes that open errors name. */
const openOf = (record: StoredRecord, isOpen: (fingerprint: string) => boolean) => {
  const findings = record.findings.filter(({ fingerprint }) => isOpen(fingerprint));
  const named = new Set(
    errorsOf(record)
      .filter(({ fingerprint }) => isOpen(fingerprint))
      .map(({ cause }) => cause),
  );
  const dismissed = (severity: Severity): number =>
    record.findings.filter((each) => each.severity === severity && !isOpen(each.fingerprint)).length;
  const { warning = 0, info = 0 } = record.counts.findings;
  return {
    counts: {
      error: openErrors(record, isOpen),
      warning: warning - dismissed('warning'),
      info: info - dismissed('info'),
    },
    findings,
    causes: record.causes.filter(({ id }) => named.has(id)),
  };
};

/**
 * The events that one recorded version gives rise to, in the order in which they are sent. A later check of an
 * upload, or the same bytes uploaded again, gives rise to none when it says nothing new.
 *
 * @param apiUrl address of the read API, without a slash at its end
 */
export const eventsOf = (record: StoredRecord, standing: Standing, apiUrl: string): GoujiEvent[] => {
  const { agency, year, verdict, version, ruleSet, source } = record;
  const { bucket, key, versionId } = record.object;
  const object = { bucket, key, ...(versionId && { versionId }) };
  const format = source.format ? { format: source.format } : {};
  const path =
    agency === undefined || year === undefined
      ? uploadPath(objectId(record.object))
      : reportPath(agency, year);
  const link = `${apiUrl}/${path}`;

  const attributes = <Type extends EventType>(type: Type) =>
    ({
      specversion: '1.0' as const,
      id: eventId(type, path, record),
      source: EVENT_SOURCE,
      type,
      time: record.recordedAt,
      subject: path,
      datacontenttype: 'application/json' as const,
      dataschema: dataSchemaUri(type),
    }) as const;

  if (agency === undefined || year === undefined || verdict === 'rejected') {
    const reason = record.reason ?? 'not-a-report';
    const message = record.message ?? { zh: '无法读取。', en: 'It could not be read.' };
    const data = { version, ruleSet, verdict: 'rejected' as const, reason, message, link, object, ...format };
    return [{ ...attributes('report.rejected.v1'), data: { ...data, bytes: source.bytes } }];
  }

  if (standing.told) return [];
  const data = {
    agency,
    statedAgency: record.statedAgency ?? null,
    year: year === UNDATED ? null : year,
    version,
    ruleSet,
    verdict,
    ...(record.basis && { heldAgainst: record.basis.version }),
    current: standing.current,
    link,
    object,
    ...format,
    counts: {
      error: record.counts.findings.error,
      warning: record.counts.findings.warning,
      info: record.counts.findings.info,
    },
  };
  const before = earlierCheck(record, standing);
  if (before === 'none' || (before !== undefined && !differs(record, before))) return [];
  const events: GoujiEvent[] = [{ ...attributes('report.recorded.v1'), data }];
  const isOpen = (fingerprint: string): boolean => !standing.dismissed?.has(fingerprint);
  if (verdict === 'inconsistent' && hasAlert(record, isOpen, before))
    events.push({ ...attributes('report.inconsistent.v1'), data: { ...data, ...openOf(record, isOpen) } });
  if (verdict !== 'inconsistent' && standing.displaced?.verdict === 'inconsistent') {
    const { version, ruleSet, verdict } = standing.displaced;
    events.push({
      ...attributes('report.corrected.v1'),
      data: { ...data, corrects: { version, ruleSet, verdict } },
    });
  }
  return events;
};
