import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { GoujiStack } from '../../infra/gouji-stack.ts';
import { readSettings } from '../../infra/settings.ts';
import type { Resource } from './synthesized.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

/** The app as `cdk synth` makes it, with settings as given by `-c name=value`; the functions' code is left out. */
const appWith = (settings: Readonly<Record<string, string>> = {}) => {
  const app = new App({ context: { ...context, ...settings, 'aws:cdk:bundling-stacks': [] } });
  return { app, stack: new GoujiStack(app, 'Gouji', { settings: readSettings(app.node) }) };
};

const { app, stack } = appWith({ alertRobots: 'wecom=parameter:/gouji/wecom,feishu=secret:gouji/feishu' });

test.each([
  ['AWS Solutions', new AwsSolutionsChecks(app)],
  ['Serverless', new ServerlessChecks(app)],
])('the %s pack of cdk-nag finds nothing that has no reason', (_, pack) => {
  const { violations } = pack.validateScope(stack);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

test('settings reach the stack: mail for alerts, and tokens of an issuer with a scope for each route', () => {
  const other = appWith({
    alertMail: 'a@example.org, b@example.org',
    jwtIssuer: 'https://issuer.example.cn',
    jwtAudience: 'gouji',
  });
  const assembly = other.app.synth().getStackByName('Gouji');
  const resources = Object.values((assembly.template as { Resources: Record<string, Resource> }).Resources);
  expect(resources.filter(({ Type }) => Type === 'AWS::SNS::Subscription')).toHaveLength(2);
  const scopes = Object.fromEntries(
    resources
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
      .map(({ Properties: { RouteKey, AuthorizationType, AuthorizationScopes } }) => [
        RouteKey,
        [AuthorizationType, AuthorizationScopes],
      ]),
  );
  expect(scopes).toMatchObject({
    'GET /reports': ['JWT', ['gouji/read']],
    'POST /uploads': ['JWT', ['gouji/upload']],
    'PUT /reports/{agency}/{year}/reviews/{fingerprint}': ['JWT', ['gouji/review']],
  });
});
