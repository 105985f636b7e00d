import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobFolder } from './blob-folder.ts';
import { asksFor, type NotificationRule } from './bucket.ts';
import type { WriteCheck } from './conditions.ts';
import { MultipartUploads } from './multipart-uploads.ts';
import { notificationRecord } from './notification-record.ts';
import { type Change, ObjectIndex } from './object-index.ts';
import type { ObjectContent, ObjectVersion } from './object-version.ts';

export interface ObjectStoreOptions {
  readonly folder: string;
  /** Largest object in bytes. */
  readonly maxObjectBytes: number;
  /** Puts a notification on a queue; resolves when it is safe there. */
  readonly notify: (queue: string, body: string, key: string) => Promise<void>;
}

const RETRY = 1000;

/** Versioned objects in a folder. A change is on disk when it is acknowledged, and so is the duty to notify. */
export class ObjectStore {
  private readonly rules = new Map<string, readonly NotificationRule[]>();
  private readonly untold = new Map<string, Change>();
  /** Changes wait until all buckets know their rules. */
  private telling = false;

  private constructor(
    readonly index: ObjectIndex,
    readonly blobs: BlobFolder,
    readonly uploads: MultipartUploads,
    private readonly options: ObjectStoreOptions,
  ) {}

  static async open(options: ObjectStoreOptions): Promise<ObjectStore> {
    await mkdir(options.folder, { recursive: true });
    const blobs = await BlobFolder.open(join(options.folder, 'objects'));
    const early: [string, Change][] = [];
    let store: ObjectStore | undefined;
    const index = await ObjectIndex.open(join(options.folder, 'index'), {
      asksFor: (change) => store !== undefined && store.queuesOf(change).length > 0,
      onChange(id, change) {
        if (store) store.tell(id, change);
        else early.push([id, change]);
      },
    });
    const uploads = new MultipartUploads(index.entries, blobs, options.maxObjectBytes);
    store = new ObjectStore(index, blobs, uploads, options);
    for (const [id, change] of early) await store.takeUp(id, change);
    return store;
  }

  get maxObjectBytes(): number {
    return this.options.maxObjectBytes;
  }

  /** Creates the bucket unless it is there. */
  async addBucket(name: string, rules: readonly NotificationRule[]): Promise<void> {
    await this.index.createBucket({ name, created: new Date().toISOString() });
    this.rules.set(name, rules);
  }

  /** Starts to notify, first of what a kill left untold. */
  startNotifying(): void {
    this.telling = true;
    for (const [id, change] of this.untold) void this.deliver(id, change);
  }

  /** Changes whose notification is not on its queue yet. */
  get pending(): number {
    return this.untold.size;
  }

  async close(): Promise<void> {
    this.telling = false;
    await this.index.close();
  }

  /**
   * As `ObjectIndex.add`. The bytes and their entry go to disk at the same time; a blob that is refused, or does not
   * arrive there, is removed.
   */
  async add(
    bucket: string,
    key: string,
    event: string,
    content: ObjectContent,
    check?: WriteCheck,
  ): Promise<ObjectVersion> {
    const entering = this.index.add(bucket, key, event, content, check);
    try {
      const [version] = await Promise.all([entering, this.blobs.onDisk(content.blob)]);
      return version;
    } catch (error) {
      const version = await entering.catch(() => undefined);
      if (version) await this.index.removeVersion(bucket, key, version.versionId);
      await this.blobs.remove(content.blob);
      throw error;
    }
  }

  /** As `ObjectIndex.removeVersion`, and its bytes. */
  async removeVersion(bucket: string, key: string, versionId: string): Promise<ObjectVersion | undefined> {
    const removed = await this.index.removeVersion(bucket, key, versionId);
    if (removed?.content) await this.blobs.remove(removed.content.blob);
    return removed;
  }

  /** Goes on with a change that was not told. One that a power cut left without its bytes was never acknowledged. */
  private async takeUp(id: string, change: Change): Promise<void> {
    const { bucket, key, versionId, content } = change.version;
    const isCutOff =
      change.event.startsWith('ObjectCreated:') && content !== undefined && !(await this.isWhole(content));
    if (!isCutOff) {
      this.tell(id, change);
      return;
    }
    await this.removeVersion(bucket, key, versionId);
    await this.index.told(id);
  }

  /** The ETag of an object that came in parts is not that of its bytes; their length must do. */
  private async isWhole({ blob, size, etag }: ObjectContent): Promise<boolean> {
    return this.blobs.isWhole({ name: blob, size, ...(!etag.includes('-') && { md5: etag }) });
  }

  private queuesOf({ event, version: { bucket, key } }: Change): string[] {
    const rules = this.rules.get(bucket) ?? [];
    return rules.filter((rule) => asksFor(rule, event, key)).map(({ queue }) => queue);
  }

  private tell(id: string, change: Change): void {
    this.untold.set(id, change);
    if (this.telling) void this.deliver(id, change);
  }

  /** At least once, like S3: a kill between the queue and `told` repeats the notification. */
  private async deliver(id: string, change: Change): Promise<void> {
    try {
      for (const queue of this.queuesOf(change)) {
        const body = JSON.stringify({ Records: [notificationRecord(change)] });
        await this.options.notify(queue, body, change.version.key);
      }
      // Until then the next start must see that a power cut took the bytes; an upload that fails takes itself out.
      const { content } = change.version;
      if (content) await this.blobs.onDisk(content.blob).catch(() => undefined);
      await this.index.told(id);
      this.untold.delete(id);
    } catch {
      if (this.telling) setTimeout(() => this.telling && void this.deliver(id, change), RETRY).unref();
    }
  }
}
