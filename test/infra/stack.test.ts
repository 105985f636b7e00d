import { Template } from 'aws-cdk-lib/assertions';
import { READ_ROUTES } from '../../functions/read-records/routes.ts';
import { appWith } from './app-with.ts';
import { ofType, propertiesOf, resources } from './synthesized.ts';

const DENY_WITHOUT_TLS = {
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const statementsOf = (type: string) =>
  propertiesOf(type).map(({ PolicyDocument }) => (PolicyDocument as { Statement: unknown[] }).Statement);

describe('buckets', () => {
  test('are private and encrypted, and let things go in time', () => {
    expect(ofType('AWS::S3::Bucket')).toHaveLength(3);
    for (const properties of propertiesOf('AWS::S3::Bucket'))
      expect(properties).toMatchObject({
        BucketEncryption: { ServerSideEncryptionConfiguration: expect.anything() },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: { Rules: expect.anything() },
      });
  });

  test.each([
    ['10', undefined],
    ['30', undefined],
    ['31', [{ StorageClass: 'STANDARD_IA', TransitionInDays: 30 }]],
  ])('move a replaced version to cheaper storage only where it is kept longer: %s days', (days, moves) => {
    const { stack } = appWith({ replacedVersionDays: days });
    const rules = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket')).flatMap(
      ({ Properties }) => Properties.LifecycleConfiguration.Rules,
    );
    const rule = rules.find(({ Id }) => Id === 'replaced-versions');
    expect(rule.NoncurrentVersionExpiration).toEqual({ NoncurrentDays: Number(days) });
    expect(
      rule.NoncurrentVersionTransitions?.map(({ StorageClass, TransitionInDays }: typeof rule) => ({
        StorageClass,
        TransitionInDays,
      })),
    ).toEqual(moves);
  });

  test('take nothing but TLS', () => {
    expect(ofType('AWS::S3::BucketPolicy')).toHaveLength(3);
    for (const statements of statementsOf('AWS::S3::BucketPolicy'))
      expect(statements).toContainEqual(expect.objectContaining(DENY_WITHOUT_TLS));
  });

  test('that take uploads keep every version and tell the queue, without a helper function', () => {
    const uploads = propertiesOf('AWS::S3::Bucket').filter(
      (properties) => properties.NotificationConfiguration,
    );
    expect(uploads).toMatchObject([
      {
        VersioningConfiguration: { Status: 'Enabled' },
        NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*' }] },
      },
    ]);
    expect(Object.values(resources).filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([]);
  });
});

describe('queues', () => {
  const queues = propertiesOf('AWS::SQS::Queue');
  const [work] = queues.filter(({ RedrivePolicy }) => RedrivePolicy);

  test('are encrypted and take nothing but TLS', () => {
    for (const queue of queues) expect(queue.SqsManagedSseEnabled).toBe(true);
    const statements = statementsOf('AWS::SQS::QueuePolicy');
    expect(statements).toHaveLength(queues.length);
    for (const each of statements) expect(each).toContainEqual(expect.objectContaining(DENY_WITHOUT_TLS));
  });

  test('hide a message for six times as long as the function may take, and try five times', () => {
    const timeouts = propertiesOf('AWS::Lambda::Function').map(({ Timeout }) => Number(Timeout));
    expect(work?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Math.max(...timeouts));
    expect(work?.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
  });

  test('keep dead letters longer than messages', () => {
    for (const { MessageRetentionPeriod } of queues.filter(({ RedrivePolicy }) => !RedrivePolicy))
      expect(MessageRetentionPeriod).toBeGreaterThan(Number(work?.MessageRetentionPeriod));
  });

  test('are read message by message', () => {
    for (const mapping of propertiesOf('AWS::Lambda::EventSourceMapping'))
      expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });
});

test('tables are on demand and recoverable to any second, that of records is protected from deletion', () => {
  const tables = propertiesOf('AWS::DynamoDB::Table');
  for (const table of tables)
    expect(table).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  expect(tables.filter((table) => !table.TimeToLiveSpecification)).toMatchObject([
    { DeletionProtectionEnabled: true },
  ]);
});

test('every target of a rule has dead letters', () => {
  const targets = propertiesOf('AWS::Events::Rule').flatMap(({ Targets }) => Targets as object[]);
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets)
    expect(target).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } });
});

test('every function has its own role and log group and is traced, and every log goes in time', () => {
  const functions = propertiesOf('AWS::Lambda::Function');
  const distinct = (name: string): number =>
    new Set(functions.map((properties) => JSON.stringify(properties[name]))).size;
  expect([distinct('Role'), distinct('LoggingConfig')]).toEqual([functions.length, functions.length]);
  for (const { TracingConfig } of functions) expect(TracingConfig).toEqual({ Mode: 'Active' });
  for (const { RetentionInDays } of propertiesOf('AWS::Logs::LogGroup')) expect(RetentionInDays).toBe(90);
});

describe('the API', () => {
  test('lets nobody in without credentials, on any route', () => {
    const routes = propertiesOf('AWS::ApiGatewayV2::Route');
    expect(routes.length).toBeGreaterThan(READ_ROUTES.length);
    for (const route of routes) expect(route.AuthorizationType).toBe('AWS_IAM');
  });

  test('is throttled and logged', () => {
    expect(propertiesOf('AWS::ApiGatewayV2::Stage')).toMatchObject([
      {
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
        AccessLogSettings: { DestinationArn: expect.anything() },
      },
    ]);
  });
});

describe('in the regions of China', () => {
  const text = JSON.stringify(resources);
  /** Names of services in policies are the same in every partition. */
  const principal = /^(s3|lambda|events|cloudwatch|apigateway|states|logging\.s3)\.amazonaws\.com$/;

  test('nothing names a partition, a domain, a region or an account', () => {
    expect(text.match(/arn:aws[^"]*/g)).toBeNull();
    const domains = text.match(/[\w.-]+\.amazonaws\.com(\.cn)?/g) ?? [];
    expect(domains.filter((name) => !principal.test(name))).toEqual([]);
    expect(text.match(/"(cn|us|eu|ap)-[a-z]+-\d"/g)).toBeNull();
    expect(text.match(/(?<!\w)\d{12}(?!\w)/g)).toBeNull();
  });

  test('no resource is of a kind that they lack', () => {
    const missing = /Cognito::UserPool|CloudFront|Synthetics|Pipes|Scheduler|ApiDestination|EventSchemas/;
    expect(Object.values(resources).filter(({ Type }) => missing.test(Type))).toEqual([]);
  });
});
