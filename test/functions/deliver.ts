import type { SQSEvent, SQSRecord } from 'aws-lambda';

export interface Upload {
  readonly bucket?: string;
  readonly key: string;
  readonly versionId?: string;
  readonly sequencer?: string;
  readonly eventTime?: string;
  readonly size?: number;
}

/** An S3 notification as the queue carries it. */
export const notification = (upload: Upload, eventName = 'ObjectCreated:Put'): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName,
        eventTime: upload.eventTime ?? '2025-01-20T08:00:00.000Z',
        s3: {
          s3SchemaVersion: '1.0',
          bucket: { name: upload.bucket ?? 'uploads' },
          object: {
            key: encodeURIComponent(upload.key).replaceAll('%20', '+'),
            ...(upload.size !== undefined && { size: upload.size }),
            ...(upload.versionId && { versionId: upload.versionId }),
            ...(upload.sequencer && { sequencer: upload.sequencer }),
          },
        },
      },
    ],
  });

export const message = (body: string, messageId = 'message'): SQSRecord => ({
  messageId,
  body,
  receiptHandle: messageId,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'test',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws-cn:sqs:cn-north-1:000000000000:uploads',
  awsRegion: 'cn-north-1',
});

export const batch = (...records: SQSRecord[]): SQSEvent => ({ Records: records });

export const PLENTY_OF_TIME = { getRemainingTimeInMillis: () => 120_000 };
