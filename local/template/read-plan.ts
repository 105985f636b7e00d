import * as z from 'zod';
import { nameOf } from '../aws/place.ts';
import { ENTRY_METADATA, resourceName, type Surroundings, templateLookup } from './lookup.ts';
import type { Plan } from './plan.ts';
import { resolver, TemplateError } from './resolve.ts';
import type { Template } from './template.ts';

const seconds = z.coerce.number().transform((value) => value * 1000);

const BUCKET = z.object({
  NotificationConfiguration: z
    .object({
      QueueConfigurations: z
        .array(
          z.object({
            Event: z.string(),
            Queue: z.string(),
            Filter: z
              .object({
                S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }),
              })
              .optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});
const QUEUE = z.object({
  VisibilityTimeout: seconds.default(30_000),
  DelaySeconds: seconds.default(0),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});
const TABLE = z.object({
  KeySchema: z.array(z.unknown()),
  AttributeDefinitions: z.array(z.unknown()),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: z.array(z.unknown()), Projection: z.unknown() }))
    .optional(),
});
const FUNCTION = z.object({
  Handler: z.string(),
  Timeout: seconds.default(3000),
  MemorySize: z.coerce.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).default({ Variables: {} }),
});
const MAPPING = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().default(10),
  MaximumBatchingWindowInSeconds: seconds.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number() }).default({ MaximumConcurrency: 5 }),
});
const RULE = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.json()).optional(),
  Targets: z
    .array(z.object({ Arn: z.string(), Input: z.string().optional(), InputPath: z.string().optional() }))
    .default([]),
});
const ROUTE = z.object({ RouteKey: z.string(), Target: z.string() });
const INTEGRATION = z.object({ IntegrationUri: z.string() });
const SUBSCRIPTION = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().default(false),
});

/** `GET /reports`, `ANY /{proxy+}` or `$default`. */
const parseRouteKey = (key: string): { method: string; path: string } => {
  const [method = '', path] = key.split(' ');
  return path === undefined ? { method: 'ANY', path: '/{proxy+}' } : { method, path };
};

/**
 * Reads from a template what one machine builds. Kinds of resources that mean nothing on one machine (roles,
 * alarms, logs, keys) are passed over.
 *
 * @param secret gives the value of a secret by its ARN
 * @throws TemplateError, ZodError
 */
export const readPlan = (
  template: Template,
  surroundings: Surroundings,
  secret: (arn: string) => string,
): Plan => {
  const lookup = templateLookup(template, surroundings);
  const resolve = resolver(lookup);
  const all = <T extends z.ZodType>(type: string, schema: T) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        id,
        name: resourceName(template, id),
        metadata: resource.Metadata,
        properties: schema.parse(resolve(resource.Properties)),
      }));
  /** "{{resolve:secretsmanager:secret-id:secret-string:json-key:…}}" of CloudFormation's dynamic references. */
  const withSecrets = (value: string): string =>
    value.replace(/\{\{resolve:secretsmanager:(.+?):SecretString:.*?\}\}/g, (_, arn: string) => secret(arn));

  const integrations = new Map(
    all('AWS::ApiGatewayV2::Integration', INTEGRATION).map(({ name, properties }) => [
      name,
      nameOf(properties.IntegrationUri),
    ]),
  );
  return {
    buckets: all('AWS::S3::Bucket', BUCKET).map(({ name, properties }) => ({
      name,
      rules: (properties.NotificationConfiguration?.QueueConfigurations ?? []).map(
        ({ Event, Queue, Filter }) => {
          const part = (kind: string): string =>
            Filter?.S3Key.Rules.find(({ Name }) => Name.toLowerCase() === kind)?.Value ?? '';
          return { events: [Event], queue: nameOf(Queue), prefix: part('prefix'), suffix: part('suffix') };
        },
      ),
    })),
    queues: all('AWS::SQS::Queue', QUEUE).map(({ name, properties }) => ({
      name,
      visibilityTimeout: properties.VisibilityTimeout,
      delay: properties.DelaySeconds,
      ...(properties.RedrivePolicy && {
        deadLetters: {
          queue: nameOf(properties.RedrivePolicy.deadLetterTargetArn),
          maxReceives: properties.RedrivePolicy.maxReceiveCount,
        },
      }),
    })),
    tables: all('AWS::DynamoDB::Table', TABLE).map(({ name, properties }) => ({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST' as const,
      ...properties,
    })),
    buses: ['default', ...all('AWS::Events::EventBus', z.unknown()).map(({ name }) => name)],
    rules: all('AWS::Events::Rule', RULE).flatMap(
      ({ properties: { EventBusName, EventPattern, Targets } }) =>
        EventPattern === undefined
          ? []
          : [
              {
                bus: nameOf(EventBusName),
                pattern: EventPattern,
                targets: Targets.map(({ Arn, Input, InputPath }) => ({
                  arn: Arn,
                  input: Input,
                  inputPath: InputPath,
                })),
              },
            ],
    ),
    topics: all('AWS::SNS::Topic', z.unknown()).map(({ id }) => lookup(id)),
    subscriptions: all('AWS::SNS::Subscription', SUBSCRIPTION).map(({ properties }) => ({
      topicArn: properties.TopicArn,
      protocol: properties.Protocol,
      endpoint: properties.Endpoint,
      raw: properties.RawMessageDelivery,
    })),
    functions: all('AWS::Lambda::Function', FUNCTION).map(({ id, name, metadata, properties }) => {
      const entry = metadata[ENTRY_METADATA];
      if (typeof entry !== 'string') throw new TemplateError(`The function ${id} does not name its source`);
      return {
        name,
        arn: lookup(id, 'Arn'),
        entry,
        handler: properties.Handler.split('.').at(-1) ?? 'handler',
        environment: Object.fromEntries(
          Object.entries(properties.Environment.Variables).map(([key, value]) => [key, withSecrets(value)]),
        ),
        timeout: properties.Timeout,
        memory: properties.MemorySize,
      };
    }),
    mappings: all('AWS::Lambda::EventSourceMapping', MAPPING).map(({ properties }) => ({
      queue: nameOf(properties.EventSourceArn),
      functionName: nameOf(properties.FunctionName),
      batchSize: properties.BatchSize,
      window: properties.MaximumBatchingWindowInSeconds,
      partial: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      concurrency: properties.ScalingConfig.MaximumConcurrency,
    })),
    routes: all('AWS::ApiGatewayV2::Route', ROUTE).map(({ id, properties }) => {
      const functionName = integrations.get(nameOf(properties.Target));
      if (functionName === undefined) throw new TemplateError(`The route ${id} leads to no function`);
      return { ...parseRouteKey(properties.RouteKey), functionName };
    }),
  };
};
