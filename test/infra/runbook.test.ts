import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { appWith } from './app-with.ts';
import { propertiesOf } from './synthesized.ts';

const RUNBOOK = readFileSync('docs/runbook.md', 'utf8');

test('every alarm has a heading in the runbook, and every heading there an alarm', () => {
  const alarms = propertiesOf('AWS::CloudWatch::Alarm').map(
    ({ AlarmDescription }) => String(AlarmDescription).split('. ')[0],
  );
  const [, part = ''] = RUNBOOK.split(/^## Alarms$/m);
  const headings = [...part.split(/^## /m)[0]!.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(alarms);
});

test('whatever a command of the runbook asks for is an output of the stack', () => {
  const asked = [...RUNBOOK.matchAll(/<([A-Z]\w+)>/g)].map(([, name]) => name);
  const outputs = Object.keys(Template.fromStack(appWith({}).stack).findOutputs('*'));
  expect(asked).toContain('UndeliveredUrl');
  expect(asked.filter((name) => !outputs.includes(String(name)))).toEqual([]);
});
