import { objectId, UNDATED, yearSegment } from '../records/identity.ts';
import type { Displaced, StoredRecord } from '../records/stored-record.ts';
import type { EventType, GoujiEvent } from './catalogue.ts';
import { dataSchemaUri, EVENT_SOURCE } from './cloud-event.ts';
import { eventId } from './event-id.ts';

/** How a record stands when it is announced. */
export interface Standing {
  /** No newer upload of the same report has been recorded. */
  readonly current: boolean;
  /** The version it displaced as the current one. */
  readonly displaced?: Displaced | undefined;
  /** Fingerprints of findings that a person dismissed. */
  readonly dismissed?: ReadonlySet<string>;
}

/** Path of a report in the read API. */
export const reportPath = (agency: string, year: number): string =>
  `reports/${encodeURIComponent(agency)}/${yearSegment(year)}`;

/** Path of what became of an uploaded object in the read API. */
export const uploadPath = (id: string): string => `uploads/${id}`;

/**
 * The events that one recorded version gives rise to, in the order in which they are sent.
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
      id: eventId(type, path, version, ruleSet),
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

  const data = {
    agency,
    statedAgency: record.statedAgency ?? null,
    year: year === UNDATED ? null : year,
    version,
    ruleSet,
    verdict,
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
  const events: GoujiEvent[] = [{ ...attributes('report.recorded.v1'), data }];
  const findings = record.findings.filter(({ fingerprint }) => !standing.dismissed?.has(fingerprint));
  const dismissedErrors = record.findings.filter(
    ({ severity, fingerprint }) => severity === 'error' && standing.dismissed?.has(fingerprint),
  ).length;
  const silenced = dismissedErrors > 0 && dismissedErrors === record.counts.findings.error;
  if (verdict === 'inconsistent' && !silenced)
    events.push({
      ...attributes('report.inconsistent.v1'),
      data: { ...data, findings, causes: record.causes },
    });
  if (verdict !== 'inconsistent' && standing.displaced?.verdict === 'inconsistent')
    events.push({ ...attributes('report.corrected.v1'), data: { ...data, corrects: standing.displaced } });
  return events;
};
