import validate from 'asl-validator';
import { appWith } from './app-with.ts';
import { named } from './privileges.ts';
import { propertiesOf, type Resource, resources } from './synthesized.ts';

const stateMachineOf = (all: Readonly<Record<string, Resource>>): Resource['Properties'] => {
  const [found] = Object.values(all).filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
  if (!found) throw new Error('no state machine');
  return found.Properties;
};

/** What the role of the state machine allows, each as `action resource`. */
const allowedIn = (all: Readonly<Record<string, Resource>>): string[] => {
  const role = all[named(stateMachineOf(all).RoleArn)]?.Properties as {
    Policies: { PolicyDocument: { Statement: { Action: string; Resource: unknown }[] } }[];
  };
  return role.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).flatMap(
    ({ Action, Resource }) => [Resource].flat().map((each) => `${Action} ${named(each)}`),
  );
};

const withSettings = (settings: Readonly<Record<string, string>>): Record<string, Resource> => {
  const { app } = appWith(settings);
  return (app.synth().getStackByName('Gouji').template as { Resources: Record<string, Resource> }).Resources;
};

const definitionOf = (all: Readonly<Record<string, Resource>>) =>
  JSON.parse(named(stateMachineOf(all).DefinitionString));

const idOf = (type: string, property: string): string => {
  const found = Object.entries(resources).find(([, each]) => each.Type === type && each.Properties[property]);
  return found?.[0] ?? '';
};
const UPLOADS = idOf('AWS::S3::Bucket', 'NotificationConfiguration');
const QUEUE = Object.entries(resources).find(
  ([, { Type, Properties }]) =>
    Type === 'AWS::SQS::Queue' && Properties.RedrivePolicy && Properties.VisibilityTimeout === 720,
)?.[0];
const RECORDS = named(definitionOf(resources).States['Every object'].ResultWriter.Arguments.Bucket);
const IN_ACCOUNT = 'AWS::Partition:states:AWS::Region:AWS::AccountId';

test('the definition is valid by a validator that others wrote, expressions and all', () => {
  const { isValid, errorsText } = validate(definitionOf(resources), { checkPaths: true, checkArn: false });
  expect([isValid, isValid ? '' : errorsText()]).toEqual([true, '']);
});

test('the state machine is of the lasting kind, traced, and logs its errors', () => {
  expect(stateMachineOf(resources)).toMatchObject({
    StateMachineType: 'STANDARD',
    TracingConfiguration: { Enabled: true },
    LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: true },
  });
});

test('work is bounded, some failures are borne, and every result is reported beside the records', () => {
  expect(definitionOf(resources).States['Every object']).toMatchObject({
    MaxConcurrency: 10,
    ToleratedFailurePercentage: 5,
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } },
    ResultWriter: { Arguments: { Bucket: RECORDS, Prefix: 'backfills' } },
  });
  expect(propertiesOf('AWS::Lambda::Function').length).toBeGreaterThan(0);
  expect(JSON.stringify(propertiesOf('AWS::Lambda::Function'))).toContain(RECORDS);
});

const EVERYTHING = [
  'logs:CreateLogDelivery *',
  'logs:GetLogDelivery *',
  'logs:UpdateLogDelivery *',
  'logs:DeleteLogDelivery *',
  'logs:ListLogDeliveries *',
  'logs:PutResourcePolicy *',
  'logs:DescribeResourcePolicies *',
  'logs:DescribeLogGroups *',
  'xray:PutTraceSegments *',
  'xray:PutTelemetryRecords *',
  'xray:GetSamplingRules *',
  'xray:GetSamplingTargets *',
];

/** For any stack; without other buckets it copies nothing, and may not. */
const OWN = [
  `s3:ListBucket ${UPLOADS}`,
  `s3:ListBucketVersions ${UPLOADS}`,
  `sqs:SendMessage ${QUEUE}`,
  `s3:GetObject ${RECORDS}/backfills/*`,
  `s3:PutObject ${RECORDS}/backfills/*`,
  `s3:AbortMultipartUpload ${RECORDS}/backfills/*`,
  `s3:ListMultipartUploadParts ${RECORDS}/backfills/*`,
  `states:StartExecution arn:${IN_ACCOUNT}:stateMachine:Gouji-Backfill`,
  `states:DescribeExecution arn:${IN_ACCOUNT}:execution:Gouji-Backfill:*`,
  `states:StopExecution arn:${IN_ACCOUNT}:execution:Gouji-Backfill:*`,
  `states:RedriveExecution arn:${IN_ACCOUNT}:execution:Gouji-Backfill/Objects:*`,
];

test('it may make exactly the calls of its states, of the map and of its log', () => {
  expect(allowedIn(resources).sort()).toEqual([...OWN, ...EVERYTHING].sort());
});

test('settings name the buckets that it copies from, and bound it', () => {
  const all = withSettings({
    backfillBuckets: 'old-reports, older.reports',
    backfillConcurrency: '3',
    backfillToleratedFailurePercentage: '0',
  });
  expect(definitionOf(all).States['Every object']).toMatchObject({
    MaxConcurrency: 3,
    ToleratedFailurePercentage: 0,
  });
  const more = allowedIn(all).filter((each) => !allowedIn(resources).includes(each));
  expect(more.sort()).toEqual(
    [
      's3:GetObject arn:AWS::Partition:s3:::old-reports/*',
      's3:GetObject arn:AWS::Partition:s3:::older.reports/*',
      's3:ListBucket arn:AWS::Partition:s3:::old-reports',
      's3:ListBucket arn:AWS::Partition:s3:::older.reports',
      `s3:PutObject ${UPLOADS}/*`,
    ].sort(),
  );
});
