import type { BusRule } from '../events/event-bus.ts';
import type { NotificationRule } from '../s3/bucket.ts';

export interface QueuePlan {
  readonly name: string;
  /** Milliseconds. */
  readonly visibilityTimeout: number;
  /** Milliseconds. */
  readonly delay: number;
  readonly deadLetters?: { readonly queue: string; readonly maxReceives: number };
}

/** A table, as CreateTable takes it. */
export interface TablePlan {
  readonly TableName: string;
  readonly BillingMode: 'PAY_PER_REQUEST';
  readonly KeySchema: readonly unknown[];
  readonly AttributeDefinitions: readonly unknown[];
  readonly GlobalSecondaryIndexes?: readonly unknown[] | undefined;
}

export interface FunctionPlan {
  readonly name: string;
  readonly arn: string;
  /** Source of the handler, as a path in the repository. */
  readonly entry: string;
  /** Name of the exported handler. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout: number;
  /** Megabytes. */
  readonly memory: number;
}

/** A queue whose messages go to a function. */
export interface MappingPlan {
  readonly queue: string;
  readonly functionName: string;
  readonly batchSize: number;
  /** Milliseconds that messages are gathered for. */
  readonly window: number;
  /** The function names the messages that failed; else all or none have. */
  readonly partial: boolean;
  readonly concurrency: number;
}

export interface RoutePlan {
  /** `ANY` for all. */
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly functionName: string;
}

export interface SubscriptionPlan {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly raw: boolean;
}

/** What one machine builds: the resources of the template, all references resolved. */
export interface Plan {
  readonly buckets: readonly { readonly name: string; readonly rules: readonly NotificationRule[] }[];
  readonly queues: readonly QueuePlan[];
  readonly tables: readonly TablePlan[];
  readonly buses: readonly string[];
  readonly rules: readonly BusRule[];
  readonly topics: readonly string[];
  readonly subscriptions: readonly SubscriptionPlan[];
  readonly functions: readonly FunctionPlan[];
  readonly mappings: readonly MappingPlan[];
  readonly routes: readonly RoutePlan[];
}
