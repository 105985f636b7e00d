import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { TOLD_TYPES } from '../functions/notify/notices/event-notice.ts';
import { EVENT_SOURCE } from '../shared/events/cloud-event.ts';
import { excuse } from './excuse.ts';
import { LeastFunction } from './least-function.ts';
import type { Calls } from './least-role.ts';

/** Also the longest that a crashed worker keeps an event from being told by another. */
const TIMEOUT = Duration.seconds(20);

/** Events in one batch, which become at most one digest. */
const BATCH = 100;

/** Deliveries before an event goes to the dead letters: with the time between them, half an hour. */
const TRIES = 12;

export interface AlertChannelProps {
  /** What was told is remembered under it. */
  readonly name: string;
  readonly bus: EventBus;
  /** Takes what the bus could not put into the queue of the channel. */
  readonly undelivered: IQueue;
  readonly told: Table;
  /** Address of the read API, for links. */
  readonly apiUrl: string;
  readonly alertThreshold: number;
  readonly alertWindowSeconds: number;
  readonly logDays: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Besides those that every channel makes. */
  readonly calls: Calls;
}

/**
 * One way to people: rule ─▶ queue ─▶ notify. Each channel has all of these to itself, so that one that is out of
 * order fills its own dead letters and keeps no other from telling.
 */
export class AlertChannel extends Construct {
  readonly name: string;
  readonly rule: Rule;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly notify: LeastFunction;

  constructor(scope: Construct, id: string, props: AlertChannelProps) {
    super(scope, id);
    const { name, bus, undelivered, told } = props;
    const window = Duration.seconds(props.alertWindowSeconds);
    this.name = name;
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...safe, retentionPeriod: Duration.days(14) });
    excuse(this.deadLetters, { 'Serverless-SQSRedrivePolicy': 'It is a dead-letter queue itself' });
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      // "Set the queue's visibility timeout to at least six times the function timeout, plus the value of
      // MaximumBatchingWindowInSeconds." (Lambda with SQS)
      visibilityTimeout: Duration.seconds(6 * TIMEOUT.toSeconds()).plus(window),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES },
    });
    this.rule = new Rule(this, 'Rule', {
      description: `What people must act on, or no longer, for ${name}`,
      eventBus: bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [...TOLD_TYPES] },
      targets: [
        new SqsQueue(this.queue, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
    this.notify = new LeastFunction(this, 'Notify', {
      entry: 'functions/notify/handler.ts',
      description: `Tells people by ${name}, each event once`,
      timeout: TIMEOUT,
      memory: 256,
      logDays: props.logDays,
      environment: {
        CHANNEL: name,
        TABLE_NAME: told.tableName,
        API_URL: props.apiUrl,
        DIGEST_ABOVE: String(props.alertThreshold),
        ...props.environment,
      },
      calls: {
        'dynamodb:GetItem': [told.tableArn],
        'dynamodb:UpdateItem': [told.tableArn],
        ...props.calls,
        'sqs:ReceiveMessage': [this.queue.queueArn],
        'sqs:DeleteMessage': [this.queue.queueArn],
        'sqs:GetQueueAttributes': [this.queue.queueArn],
      },
    });
    const mapping = new EventSourceMapping(this, 'Events', {
      target: this.notify.function,
      eventSourceArn: this.queue.queueArn,
      batchSize: BATCH,
      // A storm is gathered into digests; robots take no more than 20 messages a minute.
      maxBatchingWindow: window,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    excuse(mapping, {
      'Serverless-LambdaEventSourceMappingDestination': 'The queue has dead letters of its own',
    });
  }
}
