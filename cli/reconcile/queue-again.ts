import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { StoredObject } from './without-record.ts';

/** Messages that SQS takes in one call. */
const BATCH = 10;

/** A notification as the bucket itself would send it, for an object that is there already. */
const notification = (bucket: string, { key, versionId, eTag, size, lastModified }: StoredObject): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Reconcile',
        eventTime: lastModified.toISOString(),
        s3: {
          bucket: { name: bucket },
          object: {
            key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'),
            versionId,
            eTag,
            size,
          },
        },
      },
    ],
  });

/** Queues objects for processing again. Throws when the queue does not take one of them. */
export const queueAgain = async (
  client: SQSClient,
  queueUrl: string,
  bucket: string,
  objects: readonly StoredObject[],
): Promise<void> => {
  for (let start = 0; start < objects.length; start += BATCH) {
    const batch = objects.slice(start, start + BATCH);
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map((object, index) => ({
          Id: String(index),
          MessageBody: notification(bucket, object),
        })),
      }),
    );
    const [failed] = Failed;
    if (failed) throw new Error(`${batch[Number(failed.Id)]?.key}: ${failed.Message ?? failed.Code}`);
  }
};
