import { cloudEvent } from './cloud-event.ts';
import { failuresSchema, reportDataSchema } from './report-data.ts';

/** A consistency check of a recorded report failed: the alert. */
export const reportInconsistentV1 = cloudEvent(
  'report.inconsistent.v1',
  reportDataSchema.extend(failuresSchema.shape),
);
