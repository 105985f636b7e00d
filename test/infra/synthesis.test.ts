import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { appWith } from './app-with.ts';
import type { Resource } from './synthesized.ts';

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
