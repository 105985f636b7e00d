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
])('a wrong setting is named, and what it should be: %p', (context, message) => {
  expect(() => read(context)).toThrow(message);
});

test('every wrong setting is told at once', () => {
  expect(() => read({ alertMail: 'x', concurrency: 'y' })).toThrow(/alertMail[\s\S]*concurrency/);
});
