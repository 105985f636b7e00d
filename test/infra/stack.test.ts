import { Match } from 'aws-cdk-lib/assertions';
import { READ_ROUTES } from '../../functions/read-records/routes.ts';
import { type Resource, synthesize } from './synthesized.ts';

const { template, resources, json } = synthesize();

const ofType = (type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

describe('buckets', () => {
  test('are private, encrypted, and kept when the stack goes', () => {
    expect(ofType('AWS::S3::Bucket')).toHaveLength(3);
    template.allResources('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: Match.anyValue(),
      },
    });
  });

  test('take nothing but TLS', () => {
    template.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  test('that take uploads keep every version and tell the queue, without a helper function', () => {
    template.resourcePropertiesCountIs(
      'AWS::S3::Bucket',
      {
        VersioningConfiguration: { Status: 'Enabled' },
        NotificationConfiguration: {
          QueueConfigurations: [Match.objectLike({ Event: 's3:ObjectCreated:*' })],
        },
      },
      1,
    );
    template.resourceCountIs('Custom::S3BucketNotifications', 0);
  });
});

describe('queues', () => {
  test('are encrypted and take nothing but TLS', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    expect(ofType('AWS::SQS::QueuePolicy')).toHaveLength(ofType('AWS::SQS::Queue').length);
    template.allResourcesProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  test('hide a message for six times as long as the function may take, and keep dead letters longer', () => {
    const [[, work] = []] = ofType('AWS::SQS::Queue').filter(
      ([, { Properties }]) => Properties.RedrivePolicy,
    );
    const [[, processing] = []] = ofType('AWS::Lambda::Function').filter(
      ([, { Properties }]) => Properties.MemorySize === 1769,
    );
    const timeout = processing?.Properties.Timeout as number;
    expect(work?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeout);
    expect(work?.Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
    for (const [, { Properties }] of ofType('AWS::SQS::Queue'))
      if (!Properties.RedrivePolicy)
        expect(Properties.MessageRetentionPeriod).toBeGreaterThan(
          work?.Properties.MessageRetentionPeriod as number,
        );
  });

  test('are read message by message', () => {
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });
});

test('the table is on demand, recoverable to any second, and protected from deletion', () => {
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  });
});

test('every target of a rule has dead letters', () => {
  for (const [, { Properties }] of ofType('AWS::Events::Rule'))
    for (const target of Properties.Targets as { DeadLetterConfig?: unknown }[])
      expect(target.DeadLetterConfig).toBeDefined();
});

test('every function has its own role and log group, is traced, and its logs go in time', () => {
  const functions = ofType('AWS::Lambda::Function');
  const distinct = (read: (properties: Resource['Properties']) => unknown): number =>
    new Set(functions.map(([, { Properties }]) => JSON.stringify(read(Properties)))).size;
  expect(distinct(({ Role }) => Role)).toBe(functions.length);
  expect(distinct(({ LoggingConfig }) => LoggingConfig)).toBe(functions.length);
  template.allResourcesProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' } });
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: Match.anyValue() });
});

describe('the API', () => {
  test('lets nobody in without credentials, on any route', () => {
    expect(ofType('AWS::ApiGatewayV2::Route').length).toBeGreaterThan(READ_ROUTES.length);
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'AWS_IAM' });
  });

  test('asks for a token with the scope of the route when an issuer is set', () => {
    const { template: other } = synthesize({ jwtIssuer: 'https://issuer.example.cn', jwtAudience: 'gouji' });
    other.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' });
    const scopeOf = (RouteKey: string, scope: string) =>
      other.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey, AuthorizationScopes: [scope] });
    scopeOf('GET /reports', 'gouji/read');
    scopeOf('POST /uploads', 'gouji/upload');
    scopeOf('PUT /reports/{agency}/{year}/reviews/{fingerprint}', 'gouji/review');
  });

  test('is throttled and logged', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: Match.anyValue(),
    });
  });
});

test('nothing names a partition, a region, an account or a domain, so that it deploys in China as well', () => {
  const text = JSON.stringify(json);
  expect(text.match(/arn:aws[^"]*/g)).toBeNull();
  expect(
    text.match(/[a-z0-9.-]+\.amazonaws\.com(\.cn)?/g)?.filter((name) => !SERVICE_PRINCIPAL.test(name)),
  ).toEqual([]);
  expect(text.match(/"(cn|us|eu|ap)-[a-z]+-\d"/g)).toBeNull();
  expect(text.match(/(?<!\w)\d{12}(?!\w)/g)).toBeNull();
});

/** Names of services in policies are the same in every partition. */
const SERVICE_PRINCIPAL = /^(s3|sns|sqs|lambda|events|cloudwatch|apigateway|logging\.s3)\.amazonaws\.com$/;

test('no resource is of a kind that the regions of China lack', () => {
  const missing = [/Cognito::UserPool/, /CloudFront/, /Synthetics/, /Pipes/, /Scheduler/, /Custom::/];
  for (const { Type } of Object.values(resources))
    expect(missing.filter((pattern) => pattern.test(Type))).toEqual([]);
});

test('alerts reach the addresses that were set', () => {
  const { template: other } = synthesize({ alertMail: 'a@example.org, b@example.org' });
  other.resourceCountIs('AWS::SNS::Subscription', 2);
});
