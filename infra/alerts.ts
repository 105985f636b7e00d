import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../shared/events/cloud-event.ts';
import { AlertChannel } from './alert-channel.ts';
import { inPascalCase, robotName } from './alert-robot.ts';
import { excuse } from './excuse.ts';
import type { Calls } from './least-role.ts';
import type { Settings } from './settings.ts';

/** Less than what was told is remembered for (`TOLD_DAYS`): a replay of the archive tells nobody twice. */
const ARCHIVE = Duration.days(365);

const ALARMS = new ServicePrincipal('cloudwatch.amazonaws.com');

export interface AlertsProps {
  /** Address of the read API, for links. */
  readonly apiUrl: string;
  readonly settings: Settings;
}

/** Where facts are announced and people are told: a bus, its archive, mail, and a channel for each chat robot. */
export class Alerts extends Construct {
  readonly bus: EventBus;
  /** Mails to people: alerts by the function, alarms by CloudWatch. */
  readonly topic: Topic;
  readonly channels: readonly AlertChannel[];
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, { apiUrl, settings }: AlertsProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Facts about government information reports' });
    this.bus.archive('Archive', {
      description: 'Every event, to be replayed to a consumer that comes later',
      eventPattern: { source: [EVENT_SOURCE] },
      retention: ARCHIVE,
    });
    const key = this.makeKey();
    this.topic = this.makeTopic(key, settings.alertMail);
    this.undelivered = this.makeUndelivered();
    const told = new Table(this, 'Told', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const common = { bus: this.bus, undelivered: this.undelivered, told, apiUrl, ...settings };
    this.channels = [
      new AlertChannel(this, 'Mail', {
        ...common,
        name: 'mail',
        environment: { KIND: 'mail', TOPIC_ARN: this.topic.topicArn },
        calls: {
          'sns:Publish': [this.topic.topicArn],
          'kms:Decrypt': [key.keyArn],
          'kms:GenerateDataKey': [key.keyArn],
        },
      }),
      ...settings.alertRobots.map(
        (robot) =>
          new AlertChannel(this, inPascalCase(robotName(robot)), {
            ...common,
            name: robotName(robot),
            environment: { KIND: robot.kind, WEBHOOK: robot.webhook },
            calls: this.readingOf(robot.webhook),
          }),
      ),
    ];
  }

  /** Services cannot publish to a topic under the key that AWS manages. */
  private makeKey(): Key {
    const key = new Key(this, 'Key', { description: 'Alerts at rest', enableKeyRotation: true });
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsToTheTopic',
        principals: [ALARMS],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
    return key;
  }

  private makeTopic(masterKey: Key, addresses: readonly string[]): Topic {
    const topic = new Topic(this, 'Topic', { displayName: '勾稽', masterKey, enforceSSL: true });
    for (const address of addresses) topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own no longer has the default one, which lets in alarms of the account.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [ALARMS],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return topic;
  }

  private makeUndelivered(): Queue {
    const queue = new Queue(this, 'Undelivered', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const reason = 'It is the dead-letter queue of the rules';
    excuse(queue, { 'AwsSolutions-SQS3': reason, 'Serverless-SQSRedrivePolicy': reason });
    return queue;
  }

  /** The one call that reads a webhook. The keys that AWS manages for both stores ask for no further one. */
  private readingOf(webhook: string): Calls {
    const [store, name = ''] = webhook.split(':');
    const stack = Stack.of(this);
    if (store === 'parameter') {
      const resourceName = name.replace(/^\//, '');
      return {
        'ssm:GetParameter': [stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName })],
      };
    }
    // "Secrets Manager … adds a hyphen and six random characters after the secret name at the end of the ARN."
    const arn = stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return { 'secretsmanager:GetSecretValue': [arn] };
  }
}
