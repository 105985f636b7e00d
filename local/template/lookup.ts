import { arn, PARTITION } from '../aws/place.ts';
import { nameFrom } from './names.ts';
import { type Lookup, TemplateError } from './resolve.ts';
import type { Template } from './template.ts';

/** What only a running machine knows. */
export interface Surroundings {
  /** Of the HTTP API, without a slash at its end. */
  readonly apiUrl: string;
  /** Of the services behind `AWS_ENDPOINT_URL`. */
  readonly servicesUrl: string;
}

/** Values of the resources that one machine builds: `''` is what `Ref` gives. */
type Values = (name: string, surroundings: Surroundings) => Readonly<Record<string, string>>;

interface Kind {
  /** Property that holds a name of its own. */
  readonly named?: string;
  /** Last word of logical ids, left out of readable names. */
  readonly word: string;
  readonly values: Values;
}

/** Metadata that names the source of a function: see `infra/least-function.ts`. */
export const ENTRY_METADATA = 'gouji:entry';

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::S3::Bucket': {
    named: 'BucketName',
    word: 'bucket',
    values: (name) => ({ '': name, Arn: `arn:${PARTITION}:s3:::${name}` }),
  },
  'AWS::SQS::Queue': {
    named: 'QueueName',
    word: 'queue',
    values: (name, { servicesUrl }) => ({
      '': `${servicesUrl}/000000000000/${name}`,
      Arn: arn('sqs', name),
      QueueName: name,
    }),
  },
  'AWS::DynamoDB::Table': {
    named: 'TableName',
    word: 'table',
    values: (name) => ({ '': name, Arn: arn('dynamodb', `table/${name}`) }),
  },
  'AWS::Lambda::Function': {
    named: 'FunctionName',
    word: 'function',
    values: (name) => ({ '': name, Arn: arn('lambda', `function:${name}`) }),
  },
  'AWS::Events::EventBus': {
    named: 'Name',
    word: 'bus',
    values: (name) => ({ '': name, Name: name, Arn: arn('events', `event-bus/${name}`) }),
  },
  'AWS::SNS::Topic': {
    named: 'TopicName',
    word: 'topic',
    values: (name) => ({ '': arn('sns', name), TopicArn: arn('sns', name), TopicName: name }),
  },
  'AWS::ApiGatewayV2::Api': {
    word: 'api',
    values: (name, { apiUrl }) => ({ '': name, ApiId: name, ApiEndpoint: apiUrl }),
  },
  'AWS::SecretsManager::Secret': {
    word: 'secret',
    values: (name) => ({
      '': arn('secretsmanager', `secret:${name}`),
      Id: arn('secretsmanager', `secret:${name}`),
    }),
  },
};

/** The readable name of a resource, its own where the template gives it one. */
export const resourceName = (template: Template, logicalId: string): string => {
  const resource = template.Resources[logicalId];
  const kind = KINDS[resource?.Type ?? ''];
  const own = kind?.named === undefined ? undefined : resource?.Properties[kind.named];
  if (typeof own === 'string') return own;
  const entry = resource?.Metadata[ENTRY_METADATA];
  const sameEntry = Object.values(template.Resources).filter(
    ({ Metadata }) => Metadata[ENTRY_METADATA] === entry,
  );
  // functions/process-report/handler.ts is called process-report, where no other function has the same source.
  if (typeof entry === 'string' && sameEntry.length === 1) return entry.split('/').at(-2) ?? logicalId;
  return nameFrom(logicalId, kind?.word ?? '');
};

/** Values by logical id. Resources that one machine does not build give their names, to keep sentences whole. */
export const templateLookup =
  (template: Template, surroundings: Surroundings): Lookup =>
  (logicalId, attribute = '') => {
    const resource = template.Resources[logicalId];
    if (!resource) {
      const parameter = template.Parameters[logicalId]?.Default;
      if (parameter !== undefined) return String(parameter);
      throw new TemplateError(`The template refers to ${logicalId}, which it does not have`);
    }
    const name = resourceName(template, logicalId);
    const kind = KINDS[resource.Type];
    if (!kind) return attribute === '' ? name : `${name}.${attribute}`;
    const value = kind.values(name, surroundings)[attribute];
    if (value === undefined)
      throw new TemplateError(`${logicalId} (${resource.Type}) has no ${attribute} here`);
    return value;
  };
