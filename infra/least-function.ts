import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundledCode } from './bundle.ts';
import { excuse } from './excuse.ts';
import { type Calls, LeastRole } from './least-role.ts';

export interface LeastFunctionProps {
  /** Path of the handler in the repository. */
  readonly entry: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** MB; CPU grows with it, 1,769 MB are one whole CPU. */
  readonly memory: number;
  /** Becomes one statement for each action. */
  readonly calls: Calls;
  readonly logDays: number;
}

/** Where in a template one machine finds the source of a function. */
export const ENTRY_METADATA = 'gouji:entry';

/** "You can't scope these to a resource" (X-Ray): the only statements on everything. */
const TRACING: Calls = { 'xray:PutTraceSegments': ['*'], 'xray:PutTelemetryRecords': ['*'] };

const RUNTIME_REASON =
  'Node.js 22 is the newest version with long support in every region, those of China too';

/** A function that may do what it does and nothing more: own role, own log group, one statement for each call. */
export class LeastFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: LeastRole;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: LeastFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: props.logDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const calls: Calls = {
      'logs:CreateLogStream': [this.logGroup.logGroupArn],
      'logs:PutLogEvents': [this.logGroup.logGroupArn],
      ...TRACING,
      ...props.calls,
    };
    this.role = new LeastRole(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${id} may do, one statement for each call`,
      calls,
      reasons: { everything: 'X-Ray knows no resources', open: 'Objects have names that users give' },
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      // CDK skips bundling where only the template is asked for.
      code: Stack.of(this).bundlingRequired
        ? bundledCode(props.entry)
        : Code.fromInline('export const handler = undefined;'),
      handler: 'handler.handler',
      // Without updates: constructs would add statements of their own, wider than these.
      role: this.role.withoutPolicyUpdates(),
      environment: { ...props.environment },
      timeout: props.timeout,
      memorySize: props.memory,
      logGroup: this.logGroup,
      tracing: Tracing.ACTIVE,
    });
    this.function.node.addDependency(this.role);
    excuse(this, {
      'AwsSolutions-L1': RUNTIME_REASON,
      'Serverless-LambdaLatestVersion': RUNTIME_REASON,
      'Serverless-LambdaDLQ': 'It is called by a queue with dead letters or by the API, never asynchronously',
      'Serverless-LambdaStarPermissions': 'X-Ray knows no resources',
    });
    (this.function.node.defaultChild as CfnFunction).addMetadata(ENTRY_METADATA, props.entry);
  }
}
