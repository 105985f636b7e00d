import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, type CfnBucket, type IBucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import { type CfnQueuePolicy, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { excuse } from './excuse.ts';
import { PrivateBucket } from './private-bucket.ts';

/** Longest that one batch of reports may take. */
export const PROCESSING_TIMEOUT = Duration.seconds(120);

/** "Set the queue's visibility timeout to at least six times the function timeout." (Lambda with SQS) */
const VISIBILITY = Duration.seconds(6 * PROCESSING_TIMEOUT.toSeconds());

/** Deliveries before a message goes to the dead letters. */
const TRIES = 5;

export interface IntakeProps {
  readonly accessLogs: IBucket;
  readonly replacedVersionDays: number;
}

/** Days after which a replaced version costs less where it is seldom read; the least that S3 takes. */
const RARELY_READ_DAYS = 30;

/** Where reports are dropped: a bucket, and the queue that every upload is told to. */
export class Intake extends Construct {
  readonly bucket: Bucket;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: IntakeProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      // Longer than the queue keeps messages: SQS counts the age from the first send, also in the dead letters.
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    excuse(this.deadLetters, { 'Serverless-SQSRedrivePolicy': 'It is a dead-letter queue itself' });
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout: VISIBILITY,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    // By account and not by bucket: the bucket cannot exist before the queue lets it send.
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NotificationsOfThisAccount',
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.bucket = new PrivateBucket(this, 'Uploads', {
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'uploads/',
      lifecycleRules: [
        {
          id: 'replaced-versions',
          noncurrentVersionExpiration: Duration.days(props.replacedVersionDays),
          // What goes before it may be moved is not: S3 refuses a rule that says both.
          ...(props.replacedVersionDays > RARELY_READ_DAYS && {
            noncurrentVersionTransitions: [
              {
                storageClass: StorageClass.INFREQUENT_ACCESS,
                transitionAfter: Duration.days(RARELY_READ_DAYS),
              },
            ],
          }),
        },
        { id: 'broken-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    }).bucket;
    const bucket = this.bucket.node.defaultChild as CfnBucket;
    // Set on the bucket itself: `addEventNotification` would deploy a hidden helper function.
    bucket.notificationConfiguration = {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: this.queue.queueArn }],
    };
    const policy = this.queue.node.findChild('Policy').node.defaultChild as CfnQueuePolicy;
    bucket.addResourceDependency(policy);
  }
}
