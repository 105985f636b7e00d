import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { DEPLOYMENT_HELP, DEPLOYMENT_OPTIONS, resolveDeployment } from '../deployment/deployment.ts';
import { UsageError } from '../usage-error.ts';

export const REDRIVE_HELP = `gouji redrive [选项 options]

把死信队列里的消息送回原来的队列，重新处理，直到送完。中途停下也不要紧：由队列服务继续送。
Sends the messages in the dead letters back to the queue they came from, and waits until that is done. It may be
stopped meanwhile: the queue service goes on by itself.

  --dead-letters URL      死信队列，或用 --stack            the dead-letter queue, or --stack
  --per-second N          每秒送回的条数，1–500             messages a second, default as fast as it goes
${DEPLOYMENT_HELP}
  -h, --help

退出状态 exit status: 0 已送回 done, or there were none · 2 未能送回 not all could be sent back
`;

const LOOK_MILLISECONDS = 500;

const rateOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const rate = Number(text);
  if (!Number.isInteger(rate) || rate < 1 || rate > 500)
    throw new UsageError(`--per-second: ${text} (1–500)`);
  return rate;
};

/** Waits for the newest task of the queue to end; returns what became of it. */
const ended = async (sqs: SQSClient, SourceArn: string) => {
  for (;;) {
    const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }));
    const [task] = Results ?? [];
    if (task?.Status !== 'RUNNING') return task;
    await pause(LOOK_MILLISECONDS);
  }
};

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
  const perSecond = rateOf(values['per-second']);
  const { 'dead-letters': QueueUrl } = await resolveDeployment(values, ['dead-letters']);
  const sqs = new SQSClient({});
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'] }),
  );
  const SourceArn = Attributes?.QueueArn ?? '';
  const waiting = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  if (waiting === 0) {
    process.stdout.write('死信队列是空的。The dead letters are empty.\n');
    return 0;
  }
  process.stderr.write(`约 ${waiting} 条消息正在送回…About ${waiting} messages are on their way back…\n`);
  await sqs.send(
    new StartMessageMoveTaskCommand({
      SourceArn,
      ...(perSecond !== undefined && { MaxNumberOfMessagesPerSecond: perSecond }),
    }),
  );
  const task = await ended(sqs, SourceArn);
  const moved = task?.ApproximateNumberOfMessagesMoved ?? 0;
  process.stdout.write(`已送回 ${moved} 条。${moved} messages were sent back.\n`);
  if (task?.Status === 'COMPLETED') return 0;
  process.stderr.write(`gouji: ${task?.Status ?? ''} ${task?.FailureReason ?? ''}\n`);
  return 2;
};
