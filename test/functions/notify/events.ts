import { readFileSync } from 'node:fs';
import { examine } from '../../../shared/checks/examine.ts';
import type { GoujiEvent } from '../../../shared/events/catalogue.ts';
import { eventsOf, type Standing } from '../../../shared/events/events-of.ts';
import { toRecord } from '../../../shared/records/to-record.ts';
import { message } from '../deliver.ts';
import { reportOf } from '../reports.ts';

export const API_URL = 'https://api.example.cn';

/** The events that an upload of these bytes gives rise to. */
export const eventsFrom = async (
  content: string | Uint8Array,
  key: string,
  standing: Standing = { current: true },
): Promise<GoujiEvent[]> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const object = { bucket: 'uploads', key, versionId: 'v1', uploadedAt: '2025-01-20T08:00:00.000Z' };
  const record = toRecord(await examine(bytes, key), object, 1, '2025-01-20T08:00:01.000Z');
  return eventsOf(record, standing, API_URL);
};

export const sampleEvents = (name: string): Promise<GoujiEvent[]> =>
  eventsFrom(readFileSync(`test/reports/${name}`), name);

const one = (events: readonly GoujiEvent[], type: GoujiEvent['type']): GoujiEvent => {
  const found = events.find((event) => event.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

/** The alert of a report that does not add up, of an agency of its own. */
export const inconsistent = async (agency: string): Promise<GoujiEvent> =>
  one(await eventsFrom(reportOf('inconsistent', agency, 2021), `${agency}.txt`), 'report.inconsistent.v1');

export const rejected = async (key: string): Promise<GoujiEvent> =>
  one(await eventsFrom('没有统计表。', key), 'report.rejected.v1');

export const corrected = async (agency: string): Promise<GoujiEvent> =>
  one(
    await eventsFrom(reportOf('consistent', agency, 2021), `${agency}.txt`, {
      current: true,
      displaced: { version: 'before', ruleSet: 1, verdict: 'inconsistent' },
    }),
    'report.corrected.v1',
  );

/** A message of a channel's queue, as the rule makes it. */
export const carrying = (event: GoujiEvent, messageId: string = event.id) =>
  message(
    JSON.stringify({
      version: '0',
      id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
      'detail-type': event.type,
      source: event.source,
      account: '111122223333',
      time: event.time,
      region: 'cn-north-1',
      resources: [],
      detail: event,
    }),
    messageId,
  );
