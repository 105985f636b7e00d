import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { WorkOrder } from '../../shared/records/work-order.ts';

/** Where work is ordered. */
export interface WorkOrders {
  /** @throws when even one was not taken; ordering all again is harmless */
  place(orders: readonly WorkOrder[]): Promise<void>;
}

/** Some orders were not taken by the queue. */
export class OrderError extends Error {
  override readonly name = 'OrderError';
}

/** "A batch … can contain at most 10 messages." */
const BATCH = 10;

/** Orders in the queue of uploads. */
export const sqsOrders = (sqs: SQSClient, QueueUrl: string): WorkOrders => ({
  async place(orders) {
    for (let start = 0; start < orders.length; start += BATCH) {
      const Entries = orders.slice(start, start + BATCH).map((order, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(order),
      }));
      const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      if (Failed.length > 0)
        throw new OrderError(
          `The queue did not take every order (${Failed.map(({ Code }) => Code).join('; ')})`,
        );
    }
  },
});
