import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { arn, REGION } from '../aws/place.ts';
import { systemAttributes } from '../sqs/calls.ts';
import type { Queue, Received } from '../sqs/queue.ts';
import type { MappingPlan } from '../template/plan.ts';

const PARTIAL = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish(),
});

const toRecord = (queue: Queue, message: Received) => ({
  messageId: message.id,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: systemAttributes(message),
  messageAttributes: message.attributes ?? {},
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: arn('sqs', queue.name),
  awsRegion: REGION,
});

export interface PumpOptions {
  readonly queue: Queue;
  readonly mapping: MappingPlan;
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Batches in work at the same time. */
  readonly pollers: number;
  /** Milliseconds until the first redelivery; doubled for each further one, up to the visibility timeout. */
  readonly retryDelay: number;
  readonly onError: (error: unknown) => void;
}

/** How long one poll waits for messages, in milliseconds. */
const POLL = 20_000;

/**
 * Brings the messages of a queue to a function in batches, as an event source mapping does. Messages that
 * failed come back sooner than in the cloud, where the visibility timeout of many minutes must pass.
 */
export class QueuePump {
  private readonly stopping = new AbortController();
  private readonly loops: Promise<void>[];

  constructor(private readonly options: PumpOptions) {
    this.loops = Array.from({ length: options.pollers }, () => this.poll());
  }

  private async poll(): Promise<void> {
    const { queue, mapping, onError } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const messages = await queue.receive(mapping.batchSize, { wait: POLL, signal });
        if (messages.length > 0 && messages.length < mapping.batchSize && mapping.window > 0) {
          await setTimeout(mapping.window, undefined, { signal });
          messages.push(...(await queue.receive(mapping.batchSize - messages.length, { signal })));
        }
        if (messages.length > 0) await this.deliver(messages);
      } catch (error) {
        if (!signal.aborted) onError(error);
      }
    }
  }

  private async deliver(messages: readonly Received[]): Promise<void> {
    const { queue, mapping, invoke, onError } = this.options;
    const failed = new Set<string>();
    try {
      const answer = await invoke({ Records: messages.map((message) => toRecord(queue, message)) });
      const failures = mapping.partial ? (PARTIAL.parse(answer ?? {}).batchItemFailures ?? []) : [];
      for (const { itemIdentifier } of failures) failed.add(itemIdentifier);
      // "Lambda treats a batch as a complete failure if … an itemIdentifier with a bad key name" or unknown id.
      if (failures.some(({ itemIdentifier }) => !messages.some(({ id }) => id === itemIdentifier))) {
        for (const { id } of messages) failed.add(id);
      }
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      onError(error);
      for (const { id } of messages) failed.add(id);
    }
    await Promise.all(
      messages.map(async (message) => {
        if (!failed.has(message.id)) await queue.remove(message.receiptHandle);
        else queue.changeVisibility(message.receiptHandle, this.delayOf(message));
      }),
    );
  }

  private delayOf({ receives }: Received): number {
    const { queue, retryDelay } = this.options;
    return Math.min(retryDelay * 2 ** (receives - 1), queue.settings.visibilityTimeout);
  }

  /** Takes no more messages; batches in work come back after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }
}
