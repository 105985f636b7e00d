import * as z from 'zod';
import type { ObjectVersion } from '../../shared/records/object-version.ts';

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

const messageSchema = z.union([testEventSchema, notificationSchema]);

/** "The object key name value is URL encoded. For example, "red flower.jpg" becomes "red+flower.jpg"." */
const decodeKey = (key: string): string => {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
};

/**
 * The uploads that one message of the queue tells of; deletions are left out.
 * @throws when the message is no notification, so that it ends among the dead letters, where people see it
 */
export const arrivalsOf = (body: string): ObjectVersion[] => {
  const message = messageSchema.parse(JSON.parse(body));
  if ('Event' in message) return [];
  return message.Records.filter(({ eventName }) => /^(s3:)?ObjectCreated:/.test(eventName)).map(
    ({ eventTime, s3: { bucket, object } }) => ({
      bucket: bucket.name,
      key: decodeKey(object.key),
      ...(object.versionId && { versionId: object.versionId }),
      ...(object.eTag && { eTag: object.eTag }),
      ...(object.size !== undefined && { size: object.size }),
      ...(object.sequencer && { sequencer: object.sequencer }),
      uploadedAt: eventTime,
    }),
  );
};
