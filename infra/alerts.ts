import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../shared/events/cloud-event.ts';
import { excuse } from './excuse.ts';

/** Where facts are announced and people are told: a bus, its archive, and a topic for mail. */
export class Alerts extends Construct {
  readonly bus: EventBus;
  readonly topic: Topic;
  readonly rule: Rule;
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { alertMail }: { readonly alertMail: readonly string[] }) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Facts about government information reports' });
    this.bus.archive('Archive', {
      description: 'Every event, to be replayed to a consumer that comes later',
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(365),
    });
    // Services cannot publish to a topic under the key that AWS manages.
    const key = new Key(this, 'Key', { description: 'Alerts at rest', enableKeyRotation: true });
    for (const service of ['events.amazonaws.com', 'cloudwatch.amazonaws.com'])
      key.grantEncryptDecrypt(new ServicePrincipal(service));
    this.topic = new Topic(this, 'Topic', { displayName: '勾稽', masterKey: key, enforceSSL: true });
    for (const address of alertMail) this.topic.addSubscription(new EmailSubscription(address));
    this.undelivered = new Queue(this, 'Undelivered', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    excuse(this.undelivered, {
      'AwsSolutions-SQS3': 'It is the dead-letter queue of the rule',
      'Serverless-SQSRedrivePolicy': 'It is the dead-letter queue of the rule',
    });
    this.rule = new Rule(this, 'Rule', {
      description: 'What people must act on: reports that do not add up, and uploads that are no report',
      eventBus: this.bus,
      eventPattern: {
        source: [EVENT_SOURCE],
        detailType: ['report.inconsistent.v1', 'report.rejected.v1'],
      },
      targets: [
        new SnsTopic(this.topic, {
          deadLetterQueue: this.undelivered,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
