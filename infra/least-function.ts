import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
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
import { bundledCode } from './bundle.ts';

/** Calls a function makes, each with the resources it makes them on. */
export type Calls = Readonly<Record<string, readonly string[]>>;

export interface LeastFunctionProps {
  /** Path of the handler in the repository. */
  readonly entry: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** MB; CPU grows with it. */
  readonly memory: number;
  /** IAM action to resources: becomes one statement for each. */
  readonly calls: Calls;
  readonly logDays: number;
}

/** Where in a template one machine finds the source of a function. */
export const ENTRY_METADATA = 'gouji:entry';

/** A function that may do what it does and nothing more: own role, own log group, one statement for each call. */
export class LeastFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: LeastFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: props.logDays as RetentionDays,
      removalPolicy: 'destroy' as RemovalPolicy,
    });
    const calls: Calls = {
      'logs:CreateLogStream': [this.logGroup.logGroupArn],
      'logs:PutLogEvents': [this.logGroup.logGroupArn],
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
      code: bundledCode(props.entry),
      handler: 'handler.handler',
      role: this.role,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      timeout: props.timeout ?? Duration.seconds(30),
      memorySize: props.memory,
      logGroup: this.logGroup,
      tracing: Tracing.ACTIVE,
    });
    (this.function.node.defaultChild as CfnFunction).addMetadata(ENTRY_METADATA, props.entry);
  }
}
