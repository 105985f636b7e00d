import { nameOf } from './aws/place.ts';
import type { LocalFunction } from './lambda/local-function.ts';
import type { Publication } from './sns/endpoint.ts';
import type { Queue } from './sqs/queue.ts';
import type { SubscriptionPlan } from './template/plan.ts';

export interface DeliveryOptions {
  readonly queues: ReadonlyMap<string, Queue>;
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly subscriptions: readonly SubscriptionPlan[];
  /** Where every publication goes besides the subscriptions: the mailbox of this machine. */
  readonly mailbox: { take(publication: Publication): Promise<void> };
}

export interface Deliveries {
  /** Publishes to a topic; resolves when the message is safe. */
  readonly publish: (publication: Publication) => Promise<void>;
  /** Brings the input of a rule to its target. */
  readonly deliver: (targetArn: string, input: string) => Promise<void>;
}

const send = async (queue: Queue | undefined, body: string): Promise<void> => {
  if (!queue) throw new Error('The target queue is not in the template');
  await queue.send([{ body }]);
};

const envelope = ({ topicArn, subject, message }: Publication): string =>
  JSON.stringify({
    Type: 'Notification',
    TopicArn: topicArn,
    ...(subject !== undefined && { Subject: subject }),
    Message: message,
    Timestamp: new Date().toISOString(),
  });

/** The ways from a rule or a topic to queues and functions. Mail and web addresses are not served here. */
export const deliveries = ({ queues, functions, subscriptions, mailbox }: DeliveryOptions): Deliveries => {
  const publish = async (publication: Publication): Promise<void> => {
    for (const { topicArn, protocol, endpoint, raw } of subscriptions) {
      if (topicArn !== publication.topicArn) continue;
      const body = raw ? publication.message : envelope(publication);
      if (protocol === 'sqs') await send(queues.get(nameOf(endpoint)), body);
      if (protocol === 'lambda') {
        await functions
          .get(nameOf(endpoint))
          ?.invoke({ Records: [{ Sns: JSON.parse(envelope(publication)) }] });
      }
    }
    await mailbox.take(publication);
  };
  const deliver = async (targetArn: string, input: string): Promise<void> => {
    const service = targetArn.split(':')[2];
    if (service === 'sns') await publish({ topicArn: targetArn, message: input, attributes: {} });
    else if (service === 'sqs') await send(queues.get(nameOf(targetArn)), input);
    else if (service === 'lambda') await functions.get(nameOf(targetArn))?.invoke(JSON.parse(input));
    else throw new Error(`One machine does not deliver to ${targetArn}`);
  };
  return { publish, deliver };
};
