import { Level } from 'level';

/** A message as it lies in its queue. */
export interface Message {
  readonly id: string;
  readonly body: string;
  /** As the sender gave them. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

/** What is known of a message without reading it. */
export interface StoredMessage {
  readonly id: string;
  readonly receives: number;
}

/**
 * The messages of all queues in LevelDB: `m 0 queue 0 id` messages, `r 0 queue 0 id` how often received.
 * A message sent is on disk when that is acknowledged. Deletes and receive counts survive a kill; after a
 * power cut some may be undone, which means one delivery more, as the protocol allows.
 */
export class QueueStore {
  private constructor(private readonly level: Level<string, unknown>) {}

  static async open(path: string): Promise<QueueStore> {
    const level = new Level<string, unknown>(path, { valueEncoding: 'json' });
    await level.open();
    return new QueueStore(level);
  }

  async close(): Promise<void> {
    await this.level.close();
  }

  /** All messages of a queue, oldest first. */
  async list(queue: string): Promise<StoredMessage[]> {
    const counts = new Map<string, number>();
    for await (const [key, count] of this.level.iterator({ gte: `r\0${queue}\0`, lt: `r\0${queue}\x01` })) {
      counts.set(key.slice(queue.length + 3), count as number);
    }
    const keys = await this.level.keys({ gte: `m\0${queue}\0`, lt: `m\0${queue}\x01` }).all();
    return keys
      .map((key) => key.slice(queue.length + 3))
      .map((id) => ({ id, receives: counts.get(id) ?? 0 }));
  }

  async get(queue: string, id: string): Promise<Message | undefined> {
    return (await this.level.get(`m\0${queue}\0${id}`)) as Message | undefined;
  }

  async add(queue: string, messages: readonly Message[]): Promise<void> {
    const operations = messages.map((message) => ({
      type: 'put' as const,
      key: `m\0${queue}\0${message.id}`,
      value: message,
    }));
    await this.level.batch(operations, { sync: true });
  }

  /** Written before a message is handed out: one that kills the process still reaches its dead letters. */
  async countReceive(queue: string, id: string, receives: number): Promise<void> {
    await this.level.put(`r\0${queue}\0${id}`, receives);
  }

  async remove(queue: string, id: string): Promise<void> {
    await this.level.batch([
      { type: 'del', key: `m\0${queue}\0${id}` },
      { type: 'del', key: `r\0${queue}\0${id}` },
    ]);
  }

  /** Moves a message in one step. */
  async move(from: string, to: string, message: Message): Promise<void> {
    await this.level.batch(
      [
        { type: 'put', key: `m\0${to}\0${message.id}`, value: message },
        { type: 'del', key: `m\0${from}\0${message.id}` },
        { type: 'del', key: `r\0${from}\0${message.id}` },
      ],
      { sync: true },
    );
  }
}
