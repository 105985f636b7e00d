import type { StoredRecord } from '../../shared/records/stored-record.ts';
import type { WorkOrder } from '../../shared/records/work-order.ts';
import { checkAgain, isNewer } from '../process-report/check-again.ts';
import { type ReportChange, reportChange } from './report-change.ts';
import type { Services } from './services.ts';

/** What would change, and the order that makes it so. */
export interface Proposal {
  readonly change: ReportChange;
  readonly order: WorkOrder;
}

/** What the present rules change in a record, judged from the examination that was kept of it. */
export const recheckStored = async (
  { reader, archive, ruleSet, now }: Services,
  stored: StoredRecord,
): Promise<Proposal> => {
  const { agency = '', year = 0, version, source } = stored;
  const previous = year > 0 ? await reader.current(agency, year - 1) : undefined;
  const again = await checkAgain(archive, stored, previous, ruleSet, now().toISOString());
  return {
    change: reportChange({
      stored,
      name: source.name,
      before: again.before,
      after: again.examination,
      ruleSet,
      due: isNewer(again.record, stored),
    }),
    order: { order: 'recheck', agency, year, version },
  };
};
