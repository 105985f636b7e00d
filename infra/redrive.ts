import { parseArgs } from 'node:util';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

/**
 * Drives dead letters back to their queue: `npx tsx infra/redrive.ts --from URL --to URL [--endpoint URL]`.
 * Each message is sent before it is deleted, so that none is lost; one that is sent twice does no harm.
 */
const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, endpoint: { type: 'string' } },
});

const redrive = async (from: string, to: string, endpoint: string | undefined): Promise<number> => {
  const sqs = new SQSClient(endpoint ? { endpoint } : {});
  for (let driven = 0; ; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    if (Messages.length === 0) return driven;
    for (const { Body, ReceiptHandle } of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody: Body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
      driven += 1;
    }
  }
};

if (values.from && values.to) {
  const driven = await redrive(values.from, values.to, values.endpoint);
  process.stdout.write(`${driven} messages driven back\n`);
} else {
  process.stderr.write('Give both addresses: --from <DeadLettersUrl> --to <UploadsQueueUrl>\n');
  process.exitCode = 2;
}
