import { ACCOUNT, PARTITION, REGION } from '../aws/place.ts';
import type { Change } from './object-index.ts';

/** Object keys in notifications are encoded as in a form: a space becomes `+`. */
const encodeKey = (key: string): string =>
  encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');

/**
 * One change as S3 tells of it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const notificationRecord = ({ event, version }: Change): Record<string, unknown> => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: REGION,
  eventTime: version.lastModified,
  eventName: event,
  userIdentity: { principalId: `AWS:${ACCOUNT}` },
  requestParameters: { sourceIPAddress: '127.0.0.1' },
  responseElements: { 'x-amz-request-id': version.sequencer, 'x-amz-id-2': version.sequencer },
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: 'local',
    bucket: {
      name: version.bucket,
      ownerIdentity: { principalId: ACCOUNT },
      arn: `arn:${PARTITION}:s3:::${version.bucket}`,
    },
    object: {
      key: encodeKey(version.key),
      ...(version.content && { size: version.content.size, eTag: version.content.etag }),
      versionId: version.versionId,
      sequencer: version.sequencer,
    },
  },
});
