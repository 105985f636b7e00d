import { parseArgs } from 'node:util';
import { GetQueueAttributesCommand, SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { DEPLOYMENT_HELP, DEPLOYMENT_OPTIONS, resolveDeployment } from '../deployment/deployment.ts';

export const REDRIVE_HELP = `gouji redrive [选项 options]

把死信队列里的消息送回原来的队列，重新处理。
Sends the messages in the dead letters back to the queue they came from.

  --dead-letters URL      死信队列，或用 --stack            the dead-letter queue, or --stack
  --per-second N          每秒送回的条数，默认不限           messages a second, default as fast as it goes
${DEPLOYMENT_HELP}
  -h, --help
`;

/** Runs `gouji redrive`; returns the exit status. Throws a UsageError for wrong arguments. */
export const runRedrive = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...DEPLOYMENT_OPTIONS,
      'per-second': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(REDRIVE_HELP);
    return 0;
  }
  const { 'dead-letters': QueueUrl } = await resolveDeployment(values, ['dead-letters']);
  const sqs = new SQSClient({});
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'] }),
  );
  const waiting = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  if (waiting === 0) {
    process.stdout.write('死信队列是空的。The dead letters are empty.\n');
    return 0;
  }
  await sqs.send(
    new StartMessageMoveTaskCommand({
      SourceArn: Attributes?.QueueArn,
      ...(values['per-second'] && { MaxNumberOfMessagesPerSecond: Number(values['per-second']) }),
    }),
  );
  process.stdout.write(`约 ${waiting} 条消息正在送回。About ${waiting} messages are on their way back.\n`);
  return 0;
};
