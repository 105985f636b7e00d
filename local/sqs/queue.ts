import { randomBytes } from 'node:crypto';
import { ServiceError } from '../aws/json-protocol.ts';
import type { Message, QueueStore, StoredMessage } from './queue-store.ts';

export interface QueueSettings {
  readonly name: string;
  /** Milliseconds. */
  readonly visibilityTimeout: number;
  /** Milliseconds. */
  readonly delay: number;
  /** Where a message goes that was received `maxReceives` times. */
  readonly deadLetters?: { readonly queue: Queue; readonly maxReceives: number };
  /** Told of each message that goes there. */
  readonly onDeadLetter?: (message: Message) => void;
}

/** A message handed out. */
export interface Received extends Message {
  readonly receiptHandle: string;
  /** This one included. */
  readonly receives: number;
}

interface InFlight {
  readonly message: StoredMessage;
  readonly receiptHandle: string;
  timer: NodeJS.Timeout;
}

/** Messages sent lately that are handed out without reading them again; each has 1 MiB at most. */
const FRESH = 64;

/** Milliseconds until a message is tried again that the disk kept from being handed out. */
const AFTER_FAULT = 1000;

let sent = 0;

/** Sorts in the order of sending. */
const newId = (now: number): string => {
  sent = (sent + 1) % 0x1000000;
  return `${now.toString(16).padStart(12, '0')}-${sent.toString(16).padStart(6, '0')}-${randomBytes(6).toString('hex')}`;
};

/**
 * A standard queue: at least once, roughly in order. Messages lie in the store; who waits, what is ready
 * and what is in flight is kept in memory, and after a restart everything is ready again.
 */
export class Queue {
  private ready: StoredMessage[] = [];
  private readonly fresh = new Map<string, Message>();
  private readonly inFlight = new Map<string, InFlight>();
  private readonly delayed = new Set<NodeJS.Timeout>();
  /** Messages taken out of `ready` and not yet in flight. */
  private handedOut = 0;
  private readonly waiters: (() => void)[] = [];

  private constructor(
    readonly settings: QueueSettings,
    private readonly store: QueueStore,
  ) {}

  static async open(settings: QueueSettings, store: QueueStore): Promise<Queue> {
    const queue = new Queue(settings, store);
    queue.ready = await store.list(settings.name);
    return queue;
  }

  get name(): string {
    return this.settings.name;
  }

  /** Visible, in flight and delayed messages. */
  get counts(): { readonly ready: number; readonly inFlight: number; readonly delayed: number } {
    return {
      ready: this.ready.length,
      inFlight: this.inFlight.size + this.handedOut,
      delayed: this.delayed.size,
    };
  }

  /** @param delay milliseconds */
  async send(
    messages: readonly Pick<Message, 'body' | 'attributes'>[],
    delay = this.settings.delay,
  ): Promise<Message[]> {
    const now = Date.now();
    const stored = messages.map((message): Message => ({ ...message, id: newId(now), sentAt: now }));
    await this.store.add(this.name, stored);
    for (const message of stored) {
      if (this.fresh.size < FRESH) this.fresh.set(message.id, message);
      this.show({ id: message.id, receives: 0 }, delay);
    }
    return stored;
  }

  private show(message: StoredMessage, delay: number): void {
    if (delay > 0) {
      const timer = setTimeout(() => {
        this.delayed.delete(timer);
        this.show(message, 0);
      }, delay).unref();
      this.delayed.add(timer);
      return;
    }
    this.ready.push(message);
    this.waiters.shift()?.();
  }

  /**
   * Hands out messages that are ready. What a fault of the disk holds back is ready again a moment later.
   *
   * @param wait milliseconds to wait for the first
   * @param visibility milliseconds until they are ready again unless deleted
   */
  async receive(
    most: number,
    { wait = 0, visibility = this.settings.visibilityTimeout, signal }: ReceiveOptions = {},
  ): Promise<Received[]> {
    if (this.ready.length === 0 && wait > 0) await this.waitForMessage(wait, signal);
    if (signal?.aborted) return [];
    const taken = this.ready.splice(0, most);
    this.handedOut += taken.length;
    try {
      const tried = await Promise.allSettled(taken.map((message) => this.handOut(message, visibility)));
      const received: Received[] = [];
      for (const [index, each] of tried.entries()) {
        const message = taken[index];
        if (each.status === 'fulfilled') received.push(...(each.value ? [each.value] : []));
        else if (message) this.show(message, AFTER_FAULT);
      }
      const fault = tried.find((each) => each.status === 'rejected');
      if (fault && received.length === 0) throw fault.reason;
      return received;
    } finally {
      this.handedOut -= taken.length;
    }
  }

  private async read(id: string): Promise<Message | undefined> {
    const fresh = this.fresh.get(id);
    this.fresh.delete(id);
    return fresh ?? this.store.get(this.name, id);
  }

  private async handOut(stored: StoredMessage, visibility: number): Promise<Received | undefined> {
    const message = await this.read(stored.id);
    if (!message) return undefined;
    const { deadLetters } = this.settings;
    if (deadLetters && stored.receives >= deadLetters.maxReceives) {
      await this.store.move(this.name, deadLetters.queue.name, message);
      deadLetters.queue.show({ id: message.id, receives: 0 }, 0);
      this.settings.onDeadLetter?.(message);
      return undefined;
    }
    const receives = stored.receives + 1;
    await this.store.countReceive(this.name, message.id, receives);
    const receiptHandle = `${message.id}.${receives}.${randomBytes(4).toString('hex')}`;
    const timer = this.hideFor(message.id, visibility);
    this.inFlight.set(message.id, { message: { id: message.id, receives }, receiptHandle, timer });
    return { ...message, receiptHandle, receives };
  }

  /** Moves the oldest ready message to another queue, as if it had never been received. @returns whether one was ready */
  async moveOne(to: Queue): Promise<boolean> {
    const stored = this.ready.shift();
    if (!stored) return false;
    try {
      const message = await this.read(stored.id);
      if (!message) return true;
      await this.store.move(this.name, to.name, message);
      to.show({ id: message.id, receives: 0 }, 0);
      return true;
    } catch (error) {
      this.ready.unshift(stored);
      throw error;
    }
  }

  private hideFor(id: string, milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      const entry = this.inFlight.get(id);
      if (!entry) return;
      this.inFlight.delete(id);
      this.show(entry.message, 0);
    }, milliseconds).unref();
  }

  private waitForMessage(wait: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        const index = this.waiters.indexOf(done);
        if (index >= 0) this.waiters.splice(index, 1);
        resolve();
      };
      const timer = setTimeout(done, wait);
      signal?.addEventListener('abort', done);
      this.waiters.push(done);
    });
  }

  /** Removes a message that was handed out; one that is gone already is no fault. */
  async remove(receiptHandle: string): Promise<void> {
    const id = this.idOf(receiptHandle);
    this.fresh.delete(id);
    const entry = this.inFlight.get(id);
    if (entry) {
      clearTimeout(entry.timer);
      this.inFlight.delete(id);
    } else {
      this.ready = this.ready.filter((message) => message.id !== id);
    }
    await this.store.remove(this.name, id);
  }

  /**
   * Hides a message in flight for so many milliseconds from now; 0 makes it ready at once.
   *
   * @throws ServiceError when it is not in flight with this handle
   */
  changeVisibility(receiptHandle: string, milliseconds: number): void {
    const entry = this.inFlight.get(this.idOf(receiptHandle));
    if (entry?.receiptHandle !== receiptHandle) {
      throw new ServiceError('MessageNotInflight', 'The message referred to is not in flight.');
    }
    clearTimeout(entry.timer);
    entry.timer = this.hideFor(entry.message.id, milliseconds);
  }

  private idOf(receiptHandle: string): string {
    const id = /^([0-9a-f-]+)\.\d+\.[0-9a-f]+$/.exec(receiptHandle)?.[1];
    if (!id) throw new ServiceError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    return id;
  }

  /** Removes everything. */
  async purge(): Promise<void> {
    this.stop();
    // First, so that what is sent meanwhile does not lie in the store without being seen.
    this.ready = [];
    this.fresh.clear();
    this.inFlight.clear();
    for (const { id } of await this.store.list(this.name)) await this.store.remove(this.name, id);
  }

  /** Forgets the timers; the messages stay in the store. */
  stop(): void {
    for (const { timer } of this.inFlight.values()) clearTimeout(timer);
    for (const timer of this.delayed) clearTimeout(timer);
    this.delayed.clear();
  }
}

export interface ReceiveOptions {
  readonly wait?: number;
  readonly visibility?: number;
  readonly signal?: AbortSignal;
}
