import { readSettings } from '../../infra/settings.ts';

const read = (context: Record<string, unknown>) => readSettings({ tryGetContext: (name) => context[name] });

test('settings have sound defaults', () => {
  expect(read({})).toMatchObject({ alertMail: [], replacedVersionDays: 365, logDays: 90, concurrency: 20 });
});

test.each([
  [{ alertMail: 'nobody' }, /alertMail\.0: nobody is no mail address/],
  [{ jwtIssuer: 'http://issuer.example.cn', jwtAudience: 'x' }, /jwtIssuer: .*https:\/\//],
  [{ jwtIssuer: 'https://issuer.example.cn' }, /jwtIssuer and jwtAudience go together/],
  [{ concurrency: '1' }, /concurrency: .*2/],
  [{ logDays: '8' }, /logDays: /],
  [{ alertMail: '["a@example.org"' }, /alertMail: /],
])('a wrong setting is named, and what it should be: %p', (context, message) => {
  expect(() => read(context)).toThrow(message);
});

test('every wrong setting is told at once', () => {
  expect(() => read({ alertMail: 'x', concurrency: 'y' })).toThrow(/alertMail[\s\S]*concurrency/);
});

test('robots are named by kind and by where their webhook is kept', () => {
  const { alertRobots } = read({ alertRobots: 'wecom=parameter:/gouji/wecom, feishu=secret:gouji/feishu' });
  expect(alertRobots).toEqual([
    { kind: 'wecom', webhook: 'parameter:/gouji/wecom' },
    { kind: 'feishu', webhook: 'secret:gouji/feishu' },
  ]);
});

test('a webhook in the place of its name is refused, and not repeated', () => {
  const webhook = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=hush';
  for (const alertRobots of [`wecom=${webhook}`, webhook, 'slack=parameter:/x', 'wecom'])
    expect(() => read({ alertRobots })).toThrow(/^(?![\s\S]*hush)[\s\S]*alertRobots\.0: give wecom\|/);
});

test.each([
  [{ alertMail: '["a@example.org", "b@example.org"]' }, { alertMail: ['a@example.org', 'b@example.org'] }],
  [{ alertMail: ['a@example.org'] }, { alertMail: ['a@example.org'] }],
  [{ logDays: 30 }, { logDays: 30 }],
  [{ logDays: '30' }, { logDays: 30 }],
])('a setting may come from cdk.json or from the command line: %j', (context, settings) => {
  expect(read(context)).toMatchObject(settings);
});

test('the same robot twice is refused', () => {
  const alertRobots = 'wecom=parameter:/gouji/wecom,wecom=parameter:/gouji/wecom';
  expect(() => read({ alertRobots })).toThrow(/alertRobots: names the same robot twice/);
});
