import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundledCode, type Sdk } from './bundle.ts';

/** IAM actions that a function needs, each with the resources it needs them on. */
export type Calls = Readonly<Record<string, readonly string[]>>;

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
  readonly sdk: Sdk;
}

/** Where in a template one machine finds the source of a function. */
export const ENTRY_METADATA = 'gouji:entry';

/** "You can't scope these to a resource" (X-Ray): the only statements on everything. */
const TRACING: Calls = { 'xray:PutTraceSegments': ['*'], 'xray:PutTelemetryRecords': ['*'] };

/** A function that may do what it does and nothing more: own role, own log group, one statement for each call. */
export class LeastFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
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
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${id} may do, one statement for each call`,
      inlinePolicies: {
        Calls: new PolicyDocument({
          statements: Object.entries(calls).map(
            ([action, resources]) =>
              new PolicyStatement({
                sid: action.replace(/[^A-Za-z0-9]/g, ''),
                actions: [action],
                resources: [...resources],
              }),
          ),
        }),
      },
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.ARM_64,
      code: bundledCode(props.entry, props.sdk),
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
    (this.function.node.defaultChild as CfnFunction).addMetadata(ENTRY_METADATA, props.entry);
  }
}
