import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { objectId, versionOf } from '../../shared/records/identity.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { errorFields, type Log } from '../log.ts';
import { arrivalsOf } from './arrivals.ts';
import { processedMetrics } from './metrics.ts';
import type { Processed } from './process-report.ts';

/** Messages worked on at once: each may hold a file of 32 MB twice. */
const PARALLEL = 4;

/** Time that one document may need; a message for which less is left goes back untouched. */
const RESERVE_MILLISECONDS = 15_000;

export interface BatchServices {
  readonly process: (object: ObjectVersion) => Promise<Processed>;
  readonly log: Log;
}

/**
 * Works through a batch of the queue. What failed is named in the answer, so that only those messages come back
 * ("ReportBatchItemFailures").
 */
export const batchHandler = ({ process, log }: BatchServices) => {
  const perform = async (record: SQSRecord): Promise<void> => {
    for (const object of arrivalsOf(record.body)) {
      const id = {
        object: objectId(object),
        version: versionOf(object),
        key: object.key,
        message: record.messageId,
      };
      try {
        const processed = await process(object);
        const { outcome } = processed;
        const found = 'record' in processed ? processed.record : undefined;
        log('info', `upload ${outcome}`, {
          ...id,
          outcome,
          agency: found?.agency,
          year: found?.year,
          ...processedMetrics(processed, new Date()),
        });
      } catch (error) {
        log('error', 'upload goes back to the queue', {
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
