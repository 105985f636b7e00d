import type { SQSClientConfig } from '@aws-sdk/client-sqs';
import { type WorkOrder, workOrderSchema } from '../../shared/records/work-order.ts';
import { CREDENTIALS } from './table.ts';
import { bodyText, wire } from './wire.ts';

/** A queue at the wire: every order put into it. */
export const memoryQueue = () => {
  const orders: WorkOrder[] = [];
  const config: SQSClientConfig = {
    region: 'cn-north-1',
    credentials: CREDENTIALS,
    maxAttempts: 1,
    md5: false,
    requestHandler: wire((request) => {
      const { Entries } = JSON.parse(bodyText(request)) as { Entries: { Id: string; MessageBody: string }[] };
      for (const { MessageBody } of Entries) orders.push(workOrderSchema.parse(JSON.parse(MessageBody)));
      const Successful = Entries.map(({ Id }) => ({ Id, MessageId: Id, MD5OfMessageBody: '' }));
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify({ Successful, Failed: [] }),
      };
    }),
  };
  return { orders, config };
};
