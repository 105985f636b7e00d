import { displacedSchema } from '../records/stored-record.ts';
import { cloudEvent } from './cloud-event.ts';
import { reportDataSchema } from './report-data.ts';

/** A report that was inconsistent no longer is. */
export const reportCorrectedV1 = cloudEvent(
  'report.corrected.v1',
  reportDataSchema.extend({
    corrects: displacedSchema.describe('The inconsistent version that was current before'),
  }),
);
