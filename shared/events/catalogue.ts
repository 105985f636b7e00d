import * as z from 'zod';
import { reportCorrectedV1 } from './report-corrected-v1.ts';
import { reportInconsistentV1 } from './report-inconsistent-v1.ts';
import { reportRecordedV1 } from './report-recorded-v1.ts';
import { reportRejectedV1 } from './report-rejected-v1.ts';

/** Every event of every version: the one list that docs, fixtures and publishers come from. */
export const EVENT_SCHEMAS = {
  'report.recorded.v1': reportRecordedV1,
  'report.inconsistent.v1': reportInconsistentV1,
  'report.corrected.v1': reportCorrectedV1,
  'report.rejected.v1': reportRejectedV1,
} as const;

export type EventType = keyof typeof EVENT_SCHEMAS;

export const goujiEventSchema = z.discriminatedUnion('type', [
  reportRecordedV1,
  reportInconsistentV1,
  reportCorrectedV1,
  reportRejectedV1,
]);

/** An event as it stands in `detail` on the bus. */
export type GoujiEvent = z.infer<typeof goujiEventSchema>;
