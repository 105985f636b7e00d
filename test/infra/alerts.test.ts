import { readFileSync } from 'node:fs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ClientSettings } from '../../functions/client-options.ts';
import { build } from '../../functions/notify/build.ts';
import { TOLD_TYPES } from '../../functions/notify/notices/event-notice.ts';
import { TOLD_DAYS } from '../../functions/notify/told.ts';
import { currentTemplate } from '../../local/template/synthesize.ts';
import { batch } from '../functions/deliver.ts';
import { carrying, inconsistent } from '../functions/notify/events.ts';
import { startRobot } from '../functions/notify/robot.ts';
import { startToldTable } from '../functions/notify/told-table.ts';
import { CREDENTIALS } from '../functions/table.ts';
import { bodyText, type WireRequest, wire } from '../functions/wire.ts';
import { named, privilegesIn } from './privileges.ts';
import type { Resource } from './synthesized.ts';

/** A stack with a robot of each kind, one of them twice, in both stores. */
const { Resources: resources } = (await currentTemplate(() => {}, {
  alertRobots:
    'wecom=parameter:/gouji/wecom,wecom=secret:gouji/second,dingtalk=parameter:gouji.dingtalk,feishu=secret:gouji/feishu',
})) as { Resources: Record<string, Resource> };
const { functionsOf, variablesOf, demandExactly } = privilegesIn(resources);
const NOTIFY = 'functions/notify/handler.ts';
const notifiers = functionsOf(NOTIFY);

const all = (type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

test('each channel has a rule, a queue with dead letters, and a function to itself', () => {
  expect(notifiers.map((each) => variablesOf(each).CHANNEL).sort()).toEqual([
    'dingtalk-gouji-dingtalk',
    'feishu-gouji-feishu',
    'mail',
    'wecom-gouji-second',
    'wecom-gouji-wecom',
  ]);
  const rules = all('AWS::Events::Rule').filter(([, { Properties }]) =>
    JSON.stringify(Properties.EventPattern).includes('report.inconsistent.v1'),
  );
  expect(rules).toHaveLength(5);
  const queues = rules.map(([, { Properties }]) => {
    expect(Properties.EventPattern).toEqual({ source: ['gouji'], 'detail-type': [...TOLD_TYPES] });
    const [target] = Properties.Targets as { Arn: unknown; DeadLetterConfig?: unknown }[];
    expect(target?.DeadLetterConfig).toBeDefined();
    return named(target?.Arn);
  });
  expect(new Set(queues).size).toBe(5);
  const letters = queues.map((id) => {
    const { RedrivePolicy, VisibilityTimeout, MessageRetentionPeriod } = resources[id]!.Properties;
    const [[, mapping] = []] = all('AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => named(Properties.EventSourceArn) === id,
    );
    const { MaximumBatchingWindowInSeconds: window, FunctionName } = mapping!.Properties;
    const { Timeout } = resources[named(FunctionName)]!.Properties;
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(Timeout) + Number(window));
    expect(mapping?.Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    const target = named((RedrivePolicy as { deadLetterTargetArn: unknown }).deadLetterTargetArn);
    expect(resources[target]?.Properties.MessageRetentionPeriod).toBeGreaterThan(
      Number(MessageRetentionPeriod),
    );
    return target;
  });
  expect(new Set(letters).size).toBe(5);
});

test('the dead letters of each channel, and of the rules, raise an alarm that the runbook knows', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const watched = all('AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) => {
    const [title] = String(Properties.AlarmDescription).split('. ');
    expect(runbook).toContain(`### ${title}\n`);
    expect(Properties.AlarmActions).toHaveLength(1);
    return /Alerts/.test(title ?? '') ? [title] : [];
  });
  expect(watched.sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'Alerts in the dead letters'),
    'Alerts not delivered',
  ]);
});

test('alarms of the account may publish to the encrypted topic, and nobody may without TLS', () => {
  const [[, policy] = []] = all('AWS::SNS::TopicPolicy');
  const { Statement } = policy!.Properties.PolicyDocument as { Statement: object[] };
  expect(Statement).toEqual([
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  ]);
  const [[, key] = []] = all('AWS::KMS::Key');
  expect(JSON.stringify(key?.Properties.KeyPolicy)).toContain('"Service":"cloudwatch.amazonaws.com"');
});

test('what was told is remembered for longer than the archive can be replayed', () => {
  const [[, archive] = []] = all('AWS::Events::Archive');
  expect(TOLD_DAYS).toBeGreaterThan(Number(archive?.Properties.RetentionDays));
  const tables = all('AWS::DynamoDB::Table').filter(
    ([, { Properties }]) => Properties.TimeToLiveSpecification,
  );
  expect(tables.map(([, { Properties }]) => Properties.TimeToLiveSpecification)).toEqual([
    { AttributeName: 'expiresAt', Enabled: true },
  ]);
});

test('each function may make exactly the calls that it makes, on exactly the resources', async () => {
  const WEBHOOKS: Readonly<Record<string, string>> = {
    wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
    dingtalk: '{"url":"https://oapi.dingtalk.com/robot/send?access_token=t","secret":"s"}',
    feishu: '{"url":"https://open.feishu.cn/open-apis/bot/v2/hook/h","secret":"s"}',
  };
  const table = await startToldTable(variablesOf(notifiers[0]!).TABLE_NAME);
  const robot = await startRobot(() => ({ body: { errcode: 0, code: 0 } }));
  const event = await inconsistent('甲局');
  try {
    for (const notifier of notifiers) {
      const environment = variablesOf(notifier);
      const needed = new Set<string>();
      const aws = { region: 'cn-north-1', credentials: CREDENTIALS, maxAttempts: 1 };
      const answering = (action: string, answer: unknown) => ({
        ...aws,
        requestHandler: wire((request) => {
          const { Name, SecretId } = JSON.parse(bodyText(request)) as { Name?: string; SecretId?: string };
          const place = 'AWS::Region:AWS::AccountId';
          needed.add(
            Name === undefined
              ? `${action} arn:AWS::Partition:secretsmanager:${place}:secret:${SecretId}-AbCdEf`
              : `${action} arn:AWS::Partition:ssm:${place}:parameter/${Name.replace(/^\//, '')}`,
          );
          const headers = { 'content-type': 'application/x-amz-json-1.1' };
          return { statusCode: 200, headers, body: JSON.stringify(answer) };
        }),
      });
      const webhook = WEBHOOKS[environment.KIND ?? ''];
      const dynamodb = new NodeHttpHandler();
      const clients: ClientSettings = {
        dynamodb: {
          ...table.config,
          requestHandler: {
            metadata: { handlerProtocol: 'http/1.1' },
            destroy() {},
            handle(request: never, options: never) {
              const { headers } = request as WireRequest;
              needed.add(`dynamodb:${headers['x-amz-target']?.split('.')[1]} ${environment.TABLE_NAME}`);
              return dynamodb.handle(request, options);
            },
          } as never,
        },
        sns: {
          ...aws,
          requestHandler: wire((request) => {
            const form = new URLSearchParams(bodyText(request));
            needed.add(`sns:${form.get('Action')} ${form.get('TopicArn')}`);
            const body =
              '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>';
            return { statusCode: 200, headers: { 'content-type': 'text/xml' }, body };
          }),
        },
        parameters: answering('ssm:GetParameter', { Parameter: { Value: webhook } }),
        secrets: answering('secretsmanager:GetSecretValue', { SecretString: webhook }),
      };
      const handler = build(environment, clients, () => {}, { agent: robot.agent });
      const context = { getRemainingTimeInMillis: () => 20_000 };
      for (let time = 0; time < 2; time++) {
        const { batchItemFailures } = await handler(batch(carrying(event)), context);
        expect([environment.CHANNEL, batchItemFailures]).toEqual([environment.CHANNEL, []]);
      }
      demandExactly(notifier, [...needed]);
    }
    expect(robot.requests).toHaveLength(4);
  } finally {
    await robot.stop();
    await table.stop();
  }
});
