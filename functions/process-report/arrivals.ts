import * as z from 'zod';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { type RecheckOrder, workOrderSchema } from '../../shared/records/work-order.ts';

/**
 * An Amazon S3 event notification, as far as it matters here.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
const notificationSchema = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      eventTime: z.iso.datetime(),
      s3: z.object({
        bucket: z.object({ name: z.string().min(1) }),
        object: z.object({
          key: z.string().min(1),
          size: z.number().int().nonnegative().optional(),
          eTag: z.string().min(1).optional(),
          versionId: z.string().min(1).optional(),
          sequencer: z.string().min(1).optional(),
        }),
      }),
    }),
  ),
});

/** Sent once when the notification is set up; there is nothing to do. */
const testEventSchema = z.object({ Event: z.literal('s3:TestEvent') });

const messageSchema = z.union([workOrderSchema, testEventSchema, notificationSchema]);

/** What one message asks for: to process an upload, or to check a stored report again. */
export type Work = { readonly object: ObjectVersion } | { readonly recheck: RecheckOrder };

/** "The object key name value is URL encoded. For example, "red flower.jpg" becomes "red+flower.jpg"." */
const decodeKey = (key: string): string => {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
};

/**
 * What one message of the queue asks for; deletions are left out.
 * @throws when the message is neither a notification nor an order of ours, so that it ends among the dead letters, where people see it
 */
export const workOf = (body: string): Work[] => {
  const message = messageSchema.parse(JSON.parse(body));
  if ('Event' in message) return [];
  if ('order' in message)
    return [message.order === 'reread' ? { object: message.object } : { recheck: message }];
  return message.Records.filter(({ eventName }) => /^(s3:)?ObjectCreated:/.test(eventName)).map(
    ({ eventTime, s3: { bucket, object } }) => ({
      object: {
        bucket: bucket.name,
        key: decodeKey(object.key),
        ...(object.versionId && { versionId: object.versionId }),
        ...(object.eTag && { eTag: object.eTag }),
        ...(object.size !== undefined && { size: object.size }),
        ...(object.sequencer && { sequencer: object.sequencer }),
        uploadedAt: eventTime,
      },
    }),
  );
};
