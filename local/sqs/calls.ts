import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Calls, ServiceError } from '../aws/json-protocol.ts';
import { ACCOUNT, arn, nameOf } from '../aws/place.ts';
import { moveTaskCalls } from './move-tasks.ts';
import type { Queue, Received } from './queue.ts';

const Attributes = z.record(z.string(), z.unknown());
const OnQueue = z.object({ QueueUrl: z.string() });
const Entry = z.object({ Id: z.string() });
const Body = z.object({
  MessageBody: z.string().min(1).max(1_048_576),
  DelaySeconds: z.number().min(0).max(900).optional(),
  MessageAttributes: Attributes.optional(),
});
const batchOf = <T extends z.ZodType>(entry: T) => OnQueue.extend({ Entries: z.array(entry).min(1).max(10) });
const Handle = z.object({ ReceiptHandle: z.string() });
const Visibility = Handle.extend({ VisibilityTimeout: z.number().min(0).max(43_200) });
const Receive = OnQueue.extend({
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  WaitTimeSeconds: z.number().min(0).max(20).default(0),
  VisibilityTimeout: z.number().min(0).max(43_200).optional(),
});

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** What Lambda and ReceiveMessage tell beside the body. */
export const systemAttributes = (message: Received): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receives),
  SentTimestamp: String(message.sentAt),
  SenderId: ACCOUNT,
  ApproximateFirstReceiveTimestamp: String(message.sentAt),
});

/** The address of a queue as clients pass it back. */
export const queueUrl = (endpoint: string, name: string): string => `${endpoint}/${ACCOUNT}/${name}`;

/** The calls of SQS. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/ */
export const sqsCalls = (queues: ReadonlyMap<string, Queue>, endpoint: () => string): Calls => {
  const find = (urlOrName: string): Queue => {
    const queue = queues.get(nameOf(urlOrName));
    if (queue) return queue;
    throw new ServiceError('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
  };
  const send = async (
    queue: Queue,
    { MessageBody, DelaySeconds, MessageAttributes }: z.infer<typeof Body>,
  ) => {
    const message = { body: MessageBody, ...(MessageAttributes && { attributes: MessageAttributes }) };
    const delay = DelaySeconds === undefined ? undefined : DelaySeconds * 1000;
    const [stored] = await queue.send([message], delay);
    return { MessageId: stored?.id, MD5OfMessageBody: md5(MessageBody) };
  };
  /** Answers a batch entry by entry: one that fails does not stop the others. */
  const each = async <T extends { Id: string }>(
    entries: readonly T[],
    run: (entry: T) => Promise<object>,
  ) => {
    const answer: { Successful: object[]; Failed: object[] } = { Successful: [], Failed: [] };
    for (const entry of entries) {
      try {
        answer.Successful.push({ Id: entry.Id, ...(await run(entry)) });
      } catch (error) {
        answer.Failed.push({
          Id: entry.Id,
          SenderFault: true,
          Code: 'InvalidParameterValue',
          Message: String(error),
        });
      }
    }
    return answer;
  };
  return {
    ...moveTaskCalls(queues),
    async GetQueueUrl(input) {
      const { QueueName } = z.object({ QueueName: z.string() }).parse(input);
      return { QueueUrl: queueUrl(endpoint(), find(QueueName).name) };
    },
    async ListQueues() {
      return { QueueUrls: [...queues.keys()].map((name) => queueUrl(endpoint(), name)) };
    },
    async GetQueueAttributes(input) {
      const queue = find(OnQueue.parse(input).QueueUrl);
      const { ready, inFlight, delayed } = queue.counts;
      const { visibilityTimeout, deadLetters } = queue.settings;
      return {
        Attributes: {
          QueueArn: arn('sqs', queue.name),
          ApproximateNumberOfMessages: String(ready),
          ApproximateNumberOfMessagesNotVisible: String(inFlight),
          ApproximateNumberOfMessagesDelayed: String(delayed),
          VisibilityTimeout: String(visibilityTimeout / 1000),
          ...(deadLetters && {
            RedrivePolicy: JSON.stringify({
              deadLetterTargetArn: arn('sqs', deadLetters.queue.name),
              maxReceiveCount: deadLetters.maxReceives,
            }),
          }),
        },
      };
    },
    async SendMessage(input) {
      const message = OnQueue.extend(Body.shape).parse(input);
      return send(find(message.QueueUrl), message);
    },
    async SendMessageBatch(input) {
      const { QueueUrl, Entries } = batchOf(Entry.extend(Body.shape)).parse(input);
      const queue = find(QueueUrl);
      return each(Entries, (entry) => send(queue, entry));
    },
    async ReceiveMessage(input) {
      const { QueueUrl, MaxNumberOfMessages, WaitTimeSeconds, VisibilityTimeout } = Receive.parse(input);
      const messages = await find(QueueUrl).receive(MaxNumberOfMessages, {
        wait: WaitTimeSeconds * 1000,
        ...(VisibilityTimeout !== undefined && { visibility: VisibilityTimeout * 1000 }),
      });
      const Messages = messages.map((message) => ({
        MessageId: message.id,
        ReceiptHandle: message.receiptHandle,
        Body: message.body,
        MD5OfBody: md5(message.body),
        Attributes: systemAttributes(message),
        ...(message.attributes && { MessageAttributes: message.attributes }),
      }));
      return Messages.length > 0 ? { Messages } : {};
    },
    async DeleteMessage(input) {
      const { QueueUrl, ReceiptHandle } = OnQueue.extend(Handle.shape).parse(input);
      await find(QueueUrl).remove(ReceiptHandle);
    },
    async DeleteMessageBatch(input) {
      const { QueueUrl, Entries } = batchOf(Entry.extend(Handle.shape)).parse(input);
      const queue = find(QueueUrl);
      return each(Entries, async (entry) => {
        await queue.remove(entry.ReceiptHandle);
        return {};
      });
    },
    async ChangeMessageVisibility(input) {
      const { QueueUrl, ReceiptHandle, VisibilityTimeout } = OnQueue.extend(Visibility.shape).parse(input);
      find(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout * 1000);
    },
    async ChangeMessageVisibilityBatch(input) {
      const { QueueUrl, Entries } = batchOf(Entry.extend(Visibility.shape)).parse(input);
      const queue = find(QueueUrl);
      return each(Entries, async (entry) => {
        queue.changeVisibility(entry.ReceiptHandle, entry.VisibilityTimeout * 1000);
        return {};
      });
    },
    async PurgeQueue(input) {
      await find(OnQueue.parse(input).QueueUrl).purge();
    },
  };
};
