import type { Examination } from '../../shared/checks/examination.ts';
import type { Cursors } from '../http/cursor.ts';
import type { Archive } from '../process-report/archive.ts';
import type { RecordReader } from '../read-records/record-reader.ts';
import type { WorkOrders } from './work-orders.ts';

/** What re-checks work with. Nothing is written here but orders. */
export interface Services {
  readonly reader: RecordReader;
  readonly archive: Pick<Archive, 'fetch' | 'examined'>;
  readonly orders: WorkOrders;
  readonly cursors: Cursors;
  readonly examine: (bytes: Uint8Array, name: string) => Promise<Examination>;
  /** Version of the present rules. */
  readonly ruleSet: number;
  /** Version of the present readers. */
  readonly reading: number;
  readonly now: () => Date;
}
