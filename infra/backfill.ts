import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { backfillDefinition, MAP_LABEL, REPORTS_PREFIX } from './backfill-definition.ts';
import { excuse } from './excuse.ts';
import type { Intake } from './intake.ts';
import { type Calls, LeastRole } from './least-role.ts';
import type { Records } from './records.ts';

export interface BackfillProps {
  readonly intake: Intake;
  readonly records: Records;
  /** Other buckets that objects may be copied from. */
  readonly backfillBuckets: readonly string[];
  readonly backfillConcurrency: number;
  readonly backfillToleratedFailurePercentage: number;
  readonly logDays: number;
}

/** "CloudWatch Logs API actions don't support resource types", so that these are on everything. */
const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

const TRACING = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

/** Brings the objects of an existing bucket or prefix to be checked, when a person starts it. */
export class Backfill extends Construct {
  readonly stateMachine: StateMachine;
  readonly role: LeastRole;

  constructor(scope: Construct, id: string, props: BackfillProps) {
    super(scope, id);
    const { intake, records } = props;
    const stack = Stack.of(this);
    // Named here: its role must name it, and it must name its role.
    const name = `${stack.stackName}-Backfill`;
    this.role = new LeastRole(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      description: 'What a backfill may do, one statement for each call',
      calls: this.calls(name, props),
      reasons: {
        everything: 'Delivery of logs and X-Ray know no resources',
        open: 'Objects have names that users give, and executions such that the service gives',
      },
    });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(
        stack.toJsonString(
          backfillDefinition({
            partition: stack.partition,
            uploadsBucket: intake.bucket.bucketName,
            queueUrl: intake.queue.queueUrl,
            recordsBucket: records.bucket.bucketName,
            concurrency: props.backfillConcurrency,
            toleratedFailurePercentage: props.backfillToleratedFailurePercentage,
          }),
        ),
      ),
      // Without updates: constructs would add statements of their own, wider than these.
      role: this.role.withoutPolicyUpdates(),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ERROR,
        includeExecutionData: true,
        destination: new LogGroup(this, 'Logs', {
          // Under this prefix the service needs no policy on each log group, of which an account may have few.
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: props.logDays as RetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    this.stateMachine.node.addDependency(this.role);
    excuse(this.stateMachine, {
      'AwsSolutions-SF1':
        'What became of every object is in the result report; a log of every step would cost more than the work',
    });
  }

  private calls(name: string, { intake, records, backfillBuckets }: BackfillProps): Calls {
    const stack = Stack.of(this);
    const states = (resource: string, resourceName: string): string =>
      stack.formatArn({
        service: 'states',
        resource,
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const others = backfillBuckets.map((bucket) => `arn:${stack.partition}:s3:::${bucket}`);
    const reports = records.bucket.arnForObjects(`${REPORTS_PREFIX}/*`);
    return {
      's3:ListBucket': [intake.bucket.bucketArn, ...others],
      's3:ListBucketVersions': [intake.bucket.bucketArn],
      'sqs:SendMessage': [intake.queue.queueArn],
      // Of reports, too: the service reads what it has written.
      's3:GetObject': [...others.map((each) => `${each}/*`), reports],
      's3:PutObject': [...(others.length > 0 ? [intake.bucket.arnForObjects('*')] : []), reports],
      // Large reports are written in parts.
      's3:AbortMultipartUpload': [reports],
      's3:ListMultipartUploadParts': [reports],
      'states:StartExecution': [states('stateMachine', name)],
      'states:DescribeExecution': [states('execution', `${name}:*`)],
      'states:StopExecution': [states('execution', `${name}:*`)],
      'states:RedriveExecution': [states('execution', `${name}/${MAP_LABEL}:*`)],
      ...Object.fromEntries([...LOG_DELIVERY, ...TRACING].map((action) => [action, ['*']])),
    };
  }
}
