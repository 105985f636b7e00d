import { nameFrom } from '../../../local/template/names.ts';
import { readPlan } from '../../../local/template/read-plan.ts';
import { resolver } from '../../../local/template/resolve.ts';
import { currentTemplate } from '../../../local/template/synthesize.ts';
import { Template } from '../../../local/template/template.ts';

const surroundings = { apiUrl: 'http://127.0.0.1:1', servicesUrl: 'http://127.0.0.1:2' };

test('intrinsic functions are resolved, inside each other too', () => {
  const resolve = resolver((id, attribute) => (attribute ? `${id}/${attribute}` : id));
  expect(
    resolve({
      list: [{ Ref: 'A' }, { 'Fn::GetAtt': ['B', 'Arn'] }, { 'Fn::GetAtt': 'C.D.E' }],
      join: { 'Fn::Join': ['-', ['x', { Ref: 'A' }, { Ref: 'AWS::Region' }]] },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of CloudFormation
      sub: { 'Fn::Sub': ['${A}:${B.Arn}:${own}:${!kept}', { own: { Ref: 'Z' } }] },
      select: { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['B', 'Arn'] }] }] },
      plain: { Ref: 'A', not: 'a function' },
    }),
  ).toEqual({
    list: ['A', 'B/Arn', 'C/D.E'],
    join: 'x-A-us-east-1',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of CloudFormation
    sub: 'A:B/Arn:Z:${kept}',
    select: 'Arn',
    plain: { Ref: 'A', not: 'a function' },
  });
});

test('a function that is not known is refused', () => {
  const resolve = resolver(() => '');
  expect(() => resolve({ 'Fn::ImportValue': 'x' })).toThrow(/Fn::ImportValue/);
});

test.each([
  ['IntakeUploadsBucket82B3E6A9', 'bucket', 'intake-uploads'],
  ['IntakeQueue6FB53B87', 'queue', 'intake'],
  ['IntakeQueueQueue6FB53B87', 'queue', 'intake'],
  ['Table', 'table', 'table'],
])('%s is called %s', (logicalId, kind, name) => {
  expect(nameFrom(logicalId, kind)).toBe(name);
});

test('a template becomes what one machine builds', () => {
  const template = Template.parse({
    Resources: {
      Uploads: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          NotificationConfiguration: {
            QueueConfigurations: [
              {
                Event: 's3:ObjectCreated:*',
                Queue: { 'Fn::GetAtt': ['Work', 'Arn'] },
                Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }] } },
              },
            ],
          },
        },
      },
      Work: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 720,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
        },
      },
      Dead: { Type: 'AWS::SQS::Queue' },
      Key: { Type: 'AWS::SecretsManager::Secret' },
      Run: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Handler: 'handler.handler',
          Timeout: 120,
          Environment: {
            Variables: {
              KEY: { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Key' }, ':SecretString:::}}']] },
              API: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] },
            },
          },
        },
        Metadata: { 'gouji:entry': 'functions/run-it/handler.ts' },
      },
      Api: { Type: 'AWS::ApiGatewayV2::Api' },
      To: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: { IntegrationUri: { 'Fn::GetAtt': ['Run', 'Arn'] } },
      },
      Route: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          RouteKey: 'GET /a/{b}',
          Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'To' }]] },
        },
      },
      Role: { Type: 'AWS::IAM::Role', Properties: { Anything: { 'Fn::If': ['c', 1, 2] } } },
    },
  });
  const plan = readPlan(template, surroundings, (arn) => `secret of ${arn.split(':').at(-1)}`);
  expect(plan).toMatchObject({
    buckets: [
      {
        name: 'uploads',
        rules: [{ events: ['s3:ObjectCreated:*'], prefix: 'in/', suffix: '', queue: 'work' }],
      },
    ],
    queues: [
      { name: 'work', visibilityTimeout: 720_000, deadLetters: { queue: 'dead', maxReceives: 5 } },
      { name: 'dead', visibilityTimeout: 30_000 },
    ],
    functions: [
      { name: 'run-it', timeout: 120_000, environment: { KEY: 'secret of key', API: 'http://127.0.0.1:1' } },
    ],
    routes: [{ method: 'GET', path: '/a/{b}', functionName: 'run-it' }],
  });
});

test('the template of the stack is understood whole', async () => {
  const plan = readPlan(await currentTemplate(() => undefined), surroundings, () => 'x'.repeat(48));
  expect(plan.functions.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['process-report', 'read-records']),
  );
  for (const { functionName } of [...plan.routes, ...plan.mappings]) {
    expect(plan.functions.map(({ name }) => name)).toContain(functionName);
  }
  const values = plan.functions.flatMap(({ environment }) => Object.values(environment));
  expect(values.filter((value) => /[{}$]|undefined/.test(value))).toEqual([]);
}, 120_000);
