import { readFileSync } from 'node:fs';
import { propertiesOf } from './synthesized.ts';

test('every alarm has a heading in the runbook, and every heading there an alarm', () => {
  const alarms = propertiesOf('AWS::CloudWatch::Alarm').map(
    ({ AlarmDescription }) => String(AlarmDescription).split('. ')[0],
  );
  const [, part = ''] = readFileSync('docs/runbook.md', 'utf8').split(/^## Alarms$/m);
  const headings = [...part.split(/^## /m)[0]!.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(alarms);
});
