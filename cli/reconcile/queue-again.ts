import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { WorkOrder } from '../../shared/records/work-order.ts';
import { ServiceFault } from '../deployment/service-fault.ts';
import type { StoredObject } from './without-record.ts';

/** "A batch … can contain at most 10 messages." */
const BATCH = 10;

/** Queues objects for processing. Throws a ServiceFault when the queue does not take one of them. */
export const queueAgain = async (
  client: SQSClient,
  queueUrl: string,
  objects: readonly StoredObject[],
): Promise<void> => {
  for (let start = 0; start < objects.length; start += BATCH) {
    const batch = objects.slice(start, start + BATCH);
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map((object, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify({ order: 'reread', object } satisfies WorkOrder),
        })),
      }),
    );
    const [failed] = Failed;
    if (failed) throw new ServiceFault(`${batch[Number(failed.Id)]?.key}: ${failed.Message ?? failed.Code}`);
  }
};
