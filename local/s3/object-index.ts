import { randomBytes } from 'node:crypto';
import { Level } from 'level';
import type { Bucket } from './bucket.ts';
import type { WriteCheck } from './conditions.ts';
import { isStored, type ObjectContent, type ObjectVersion, type StoredObject } from './object-version.ts';
import { newestFirst, Sequencer } from './sequencer.ts';

/** A change of the store that someone may want to be told of; kept until told. */
export interface Change {
  /** e.g. `ObjectCreated:Put`. */
  readonly event: string;
  readonly version: ObjectVersion;
}

export interface ChangeListener {
  /** Whether anyone wants to be told of a change. */
  asksFor(change: Change): boolean;
  /** Called after such a change is safe on disk, and at the opening for each not yet told. */
  onChange(id: string, change: Change): void;
}

interface Operation {
  readonly type: 'put' | 'del';
  readonly key: string;
  readonly value: unknown;
}

const put = (key: string, value: unknown): Operation => ({ type: 'put', key, value });
const del = (key: string): Operation => ({ type: 'del', key, value: undefined });

/** Greater than every text that starts with `prefix` and goes on with a character of Unicode. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;

/**
 * Which versions of which keys there are, in LevelDB:
 * `b 0 bucket` buckets, `v 0 bucket 0 key 0 version` all versions, newest first,
 * `c 0 bucket 0 key` current objects, `n 0 sequencer` changes not yet told, `m 0 sequencer` the last number.
 * The zero byte sorts before everything, so keys come in the order of S3: that of their UTF-8 bytes.
 */
export class ObjectIndex {
  /** By bucket and key: changes of one key happen one after the other. */
  private readonly turns = new Map<string, Promise<unknown>>();
  /** Every request asks for its bucket, and no bucket ever goes away. */
  private readonly known = new Map<string, Bucket>();

  private constructor(
    private readonly level: Level<string, unknown>,
    private readonly sequencer: Sequencer,
    private readonly listener: ChangeListener,
  ) {}

  static async open(path: string, listener: ChangeListener): Promise<ObjectIndex> {
    const level = new Level<string, unknown>(path, { valueEncoding: 'json' });
    await level.open();
    const last = (await level.get('m\0sequencer')) as string | undefined;
    const index = new ObjectIndex(level, new Sequencer(BigInt(last ? `0x${last}` : 0)), listener);
    for await (const [key, change] of level.iterator({ gte: 'n\0', lt: 'n\x01' })) {
      listener.onChange(key.slice(2), change as Change);
    }
    return index;
  }

  async close(): Promise<void> {
    await this.level.close();
  }

  async buckets(): Promise<Bucket[]> {
    return (await this.level.values({ gte: 'b\0', lt: 'b\x01' }).all()) as Bucket[];
  }

  async bucket(name: string): Promise<Bucket | undefined> {
    const bucket = this.known.get(name) ?? ((await this.level.get(`b\0${name}`)) as Bucket | undefined);
    if (bucket) this.known.set(name, bucket);
    return bucket;
  }

  /** Creates a bucket unless it is there. */
  async createBucket(bucket: Bucket): Promise<void> {
    if (!(await this.bucket(bucket.name))) {
      await this.level.batch([put(`b\0${bucket.name}`, bucket)], { sync: true });
    }
  }

  /** The current object, or nothing when the key is unknown or deleted. */
  async current(bucket: string, key: string): Promise<StoredObject | undefined> {
    const version = (await this.level.get(`c\0${bucket}\0${key}`)) as ObjectVersion | undefined;
    return isStored(version) ? version : undefined;
  }

  async version(bucket: string, key: string, versionId: string): Promise<ObjectVersion | undefined> {
    return (await this.level.get(`v\0${bucket}\0${key}\0${versionId}`)) as ObjectVersion | undefined;
  }

  /** The newest version of a key, be it a delete marker. */
  async newest(bucket: string, key: string): Promise<ObjectVersion | undefined> {
    return (await this.current(bucket, key)) ?? this.newestBut(bucket, key, '');
  }

  private async newestBut(bucket: string, key: string, but: string): Promise<ObjectVersion | undefined> {
    const range = { gte: `v\0${bucket}\0${key}\0`, lt: `v\0${bucket}\0${key}\x01`, limit: 2 };
    const versions = (await this.level.values(range).all()) as ObjectVersion[];
    return versions.find(({ versionId }) => versionId !== but);
  }

  /** Does `work` when all earlier work on the same key is done. */
  private async inTurn<T>(bucket: string, key: string, work: () => Promise<T>): Promise<T> {
    const name = `${bucket}\0${key}`;
    const turn = (this.turns.get(name) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    this.turns.set(name, settled);
    try {
      return await turn;
    } finally {
      if (this.turns.get(name) === settled) this.turns.delete(name);
    }
  }

  /**
   * Adds a version, or a delete marker when there is no content. It is on disk, together with the duty to
   * tell of it, when this returns.
   *
   * @param check the conditions of the write, if it has any
   */
  add(
    bucket: string,
    key: string,
    event: string,
    content?: ObjectContent,
    check?: WriteCheck,
  ): Promise<ObjectVersion> {
    return this.inTurn(bucket, key, async () => {
      check?.(await this.current(bucket, key));
      const now = Date.now();
      const sequencer = this.sequencer.next(now);
      const version: ObjectVersion = {
        bucket,
        key,
        versionId: `${newestFirst(sequencer)}${randomBytes(8).toString('hex')}`,
        sequencer,
        lastModified: new Date(now).toISOString(),
        ...(content && { content }),
      };
      const current = `c\0${bucket}\0${key}`;
      await this.commit(
        [
          put(`v\0${bucket}\0${key}\0${version.versionId}`, version),
          content ? put(current, version) : del(current),
        ],
        { event, version },
      );
      return version;
    });
  }

  /** Removes one version for good; the one before it becomes current. Nothing happens when there is none. */
  removeVersion(bucket: string, key: string, versionId: string): Promise<ObjectVersion | undefined> {
    return this.inTurn(bucket, key, async () => {
      const version = await this.version(bucket, key, versionId);
      if (!version) return undefined;
      const next = await this.newestBut(bucket, key, versionId);
      const newest = await this.newest(bucket, key);
      const operations = [del(`v\0${bucket}\0${key}\0${versionId}`)];
      if (newest?.versionId === versionId) {
        const current = `c\0${bucket}\0${key}`;
        operations.push(isStored(next) ? put(current, next) : del(current));
      }
      const sequencer = this.sequencer.next(Date.now());
      await this.commit(operations, { event: 'ObjectRemoved:Delete', version: { ...version, sequencer } });
      return version;
    });
  }

  private async commit(operations: readonly Operation[], change: Change): Promise<void> {
    const id = change.version.sequencer;
    const isAsked = this.listener.asksFor(change);
    const duty = isAsked ? [put(`n\0${id}`, change)] : [];
    await this.level.batch([...operations, ...duty, put('m\0sequencer', id)], { sync: true });
    if (isAsked) this.listener.onChange(id, change);
  }

  /** Forgets the duty to tell of a change. */
  async told(id: string): Promise<void> {
    await this.level.del(`n\0${id}`);
  }

  /**
   * Current objects in the order of their keys.
   *
   * @param after starts behind this key, or behind all keys that start with it when `past` is set
   */
  async *objects(bucket: string, prefix: string, from: From): AsyncGenerator<StoredObject, void, Skip> {
    yield* this.walk<StoredObject>(`c\0${bucket}\0`, prefix, from);
  }

  /** All versions in the order of their keys, newest first. */
  async *versions(bucket: string, prefix: string, from: From): AsyncGenerator<ObjectVersion, void, Skip> {
    yield* this.walk<ObjectVersion>(`v\0${bucket}\0`, prefix, from);
  }

  private async *walk<T>(head: string, prefix: string, from: From): AsyncGenerator<T, void, Skip> {
    const start = from.past === undefined ? (from.after ?? '') : after(from.past);
    const least = `${head}${prefix}`;
    const asked = `${head}${start}`;
    const iterator = this.level.iterator({
      ...(asked > least ? { gt: asked } : { gte: least }),
      lt: `${head.slice(0, -1)}\x01`,
    });
    try {
      for (let entry = await iterator.next(); entry; entry = await iterator.next()) {
        if (!entry[0].startsWith(least)) return;
        const skip = yield entry[1] as T;
        if (skip !== undefined) iterator.seek(`${head}${after(skip)}`);
      }
    } finally {
      await iterator.close();
    }
  }

  /** Reads, writes and removes entries of others beside the index, such as multipart uploads. */
  get entries(): Level<string, unknown> {
    return this.level;
  }
}

/** Where a walk starts: behind an entry, or behind everything with a common prefix. */
export interface From {
  readonly after?: string;
  readonly past?: string;
}

/** Passed to `next()` of a walk: goes on behind all keys that start with it. */
export type Skip = string | undefined;
