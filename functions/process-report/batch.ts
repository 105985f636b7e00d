import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { objectId, versionOf } from '../../shared/records/identity.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import type { RecheckOrder } from '../../shared/records/work-order.ts';
import { errorFields, type Log } from '../log.ts';
import { type Work, workOf } from './arrivals.ts';
import { processedMetrics } from './metrics.ts';
import type { Processed } from './process-report.ts';
import type { Rechecked } from './recheck-report.ts';

/** Messages worked on at once: each may hold a file of 32 MB twice. */
const PARALLEL = 4;

/** Time that one document may need; a message for which less is left goes back untouched. */
const RESERVE_MILLISECONDS = 15_000;

export interface BatchServices {
  readonly process: (object: ObjectVersion) => Promise<Processed>;
  readonly recheck: (order: RecheckOrder) => Promise<Rechecked>;
  readonly log: Log;
}

/**
 * Works through a batch of the queue. What failed is named in the answer, so that only those messages come back
 * ("ReportBatchItemFailures").
 */
export const batchHandler = ({ process, recheck, log }: BatchServices) => {
  /** What the log calls a piece of work throughout. */
  const identify = (work: Work): Record<string, unknown> =>
    'object' in work
      ? { object: objectId(work.object), version: versionOf(work.object), key: work.object.key }
      : { agency: work.recheck.agency, year: work.recheck.year, version: work.recheck.version };

  const performOne = async (work: Work, id: Record<string, unknown>): Promise<void> => {
    if ('recheck' in work) {
      const rechecked = await recheck(work.recheck);
      log('info', `report ${rechecked.outcome}`, { ...id, ...rechecked });
      return;
    }
    const processed = await process(work.object);
    const { outcome } = processed;
    const found = 'record' in processed ? processed.record : undefined;
    log('info', `upload ${outcome}`, {
      ...id,
      outcome,
      agency: found?.agency,
      year: found?.year,
      ...processedMetrics(processed, new Date()),
    });
  };

  const perform = async (record: SQSRecord): Promise<void> => {
    for (const work of workOf(record.body)) {
      const id = { ...identify(work), messageId: record.messageId };
      try {
        await performOne(work, id);
      } catch (error) {
        log('error', `${'recheck' in work ? 'recheck' : 'upload'} goes back to the queue`, {
          ...id,
          attempt: record.attributes.ApproximateReceiveCount,
          ...errorFields(error),
        });
        throw error;
      }
    }
  };

  return async (
    event: SQSEvent,
    context: { getRemainingTimeInMillis(): number },
  ): Promise<SQSBatchResponse> => {
    const waiting = [...event.Records];
    const failures: SQSRecord[] = [];
    const worker = async (): Promise<void> => {
      for (let record = waiting.shift(); record; record = waiting.shift()) {
        if (context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS) failures.push(record);
        else
          await perform(record).catch((error: unknown) => {
            log('error', 'message failed', { messageId: record?.messageId, ...errorFields(error) });
            if (record) failures.push(record);
          });
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
};
