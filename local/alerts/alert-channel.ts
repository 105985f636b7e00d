import type { NdjsonLedger } from '../ndjson-ledger.ts';
import type { Queue } from '../sqs/queue.ts';
import { type Alert, parseAlert } from './alert.ts';

export interface AlertChannelOptions {
  /** Durable: an alert leaves it when it was delivered. */
  readonly queue: Queue;
  /** Keeps what was delivered, so that an event that is announced again is not delivered again. */
  readonly ledger: NdjsonLedger;
  /** Throws when it could not; it is tried again. */
  readonly deliver: (alert: Alert, signal: AbortSignal) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Times in milliseconds. */
const POLL = 20_000;
const FIRST_RETRY = 500;
const LONGEST_RETRY = 60_000;

/** One way for alerts to reach people: each event once, and none blocked by another channel. */
export class AlertChannel {
  private readonly delivered = new Set<string>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: AlertChannelOptions) {}

  async start(): Promise<void> {
    for await (const line of this.options.ledger.read()) this.delivered.add((line as { id: string }).id);
    this.loop = this.work();
  }

  private async work(): Promise<void> {
    const { queue, onError } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      for (const message of await queue.receive(10, { wait: POLL, signal })) {
        try {
          await this.take(parseAlert(message.id, message.body));
          await queue.remove(message.receiptHandle);
        } catch (error) {
          if (signal.aborted) return;
          onError(error);
          const delay = Math.min(FIRST_RETRY * 2 ** (message.receives - 1), LONGEST_RETRY);
          queue.changeVisibility(message.receiptHandle, delay);
        }
      }
    }
  }

  private async take(alert: Alert): Promise<void> {
    if (this.delivered.has(alert.id)) return;
    await this.options.deliver(alert, this.stopping.signal);
    await this.options.ledger.append(alert);
    this.delivered.add(alert.id);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }
}
