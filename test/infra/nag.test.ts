import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { appWith } from './synthesized.ts';

const { app, stack } = appWith();

test.each([
  ['AWS Solutions', new AwsSolutionsChecks(app)],
  ['Serverless', new ServerlessChecks(app)],
])('the %s pack finds nothing that has no reason', (_, pack) => {
  const { violations } = pack.validateScope(stack);
  const found = violations.map(({ ruleName, violatingResources }) => [
    ruleName,
    violatingResources.map(({ resourceLogicalId }) => resourceLogicalId),
  ]);
  expect(found).toEqual([]);
});
