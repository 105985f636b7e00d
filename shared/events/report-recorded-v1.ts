import { cloudEvent } from './cloud-event.ts';
import { reportDataSchema } from './report-data.ts';

/** A report was read, checked and recorded. */
export const reportRecordedV1 = cloudEvent('report.recorded.v1', reportDataSchema);
