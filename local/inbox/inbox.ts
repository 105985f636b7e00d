import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ForeignNameError, isForeignName } from '../../cli/check/foreign-name.ts';
import type { InboxMemory } from './inbox-memory.ts';
import { type FoundFile, listFiles } from './list-files.ts';

export interface InboxOptions {
  readonly folder: string;
  readonly memory: InboxMemory;
  /**
   * Puts a file into the bucket; resolves when that was acknowledged.
   *
   * @param sameAs path of another file with the same bytes, put before
   */
  readonly put: (path: string, file: string, size: number, sameAs?: string) => Promise<void>;
  /** Time between two looks in milliseconds; a file that did not change in between is complete. */
  readonly interval: number;
  readonly onError: (path: string, error: unknown) => void;
}

/** Files put at the same time. */
const PARALLEL = 4;

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
};

/** A watched folder: what is dropped there is put into the bucket once it is completely written. */
export class Inbox {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopped = false;
  /** Files of the last look that are not put yet. */
  private seen = new Map<string, FoundFile>();
  /** Files that could not be put, and as what they were seen. */
  private readonly failed = new Map<string, FoundFile>();
  private settledLooks = 0;
  private finishedLooks = 0;

  constructor(private readonly options: InboxOptions) {}

  async start(): Promise<void> {
    await mkdir(this.options.folder, { recursive: true });
    this.look();
  }

  /** Nothing is left to put: two looks in a row found no file that is not in the bucket. */
  get idle(): boolean {
    return this.settledLooks >= 1;
  }

  /** Looks that have ended: what is in the folder now has been seen when two more have. */
  get looks(): number {
    return this.finishedLooks;
  }

  /** Files that could not be put and have not changed since. */
  get failures(): number {
    return this.failed.size;
  }

  private look(): void {
    if (this.stopped) return;
    const started = Date.now();
    this.looking = this.lookOnce()
      .catch((error: unknown) => this.options.onError('', error))
      .finally(() => {
        this.finishedLooks++;
        if (this.stopped) return;
        // A folder with very many files is looked at less often.
        const pause = Math.max(this.options.interval, 4 * (Date.now() - started));
        this.timer = setTimeout(() => this.look(), pause);
      });
  }

  private async lookOnce(): Promise<void> {
    const complete: FoundFile[] = [];
    const waiting = new Map<string, FoundFile>();
    for await (const file of listFiles(this.options.folder)) {
      if (this.stopped) return;
      const known = await this.options.memory.recall(file.path);
      if (known?.size === file.size && known.modified === file.modified) continue;
      const same = (other: FoundFile | undefined): boolean =>
        other?.size === file.size && other.modified === file.modified;
      if (same(this.failed.get(file.path))) continue;
      if (same(this.seen.get(file.path))) complete.push(file);
      else waiting.set(file.path, file);
    }
    const queue = [...complete];
    const worker = async (): Promise<void> => {
      for (let file = queue.shift(); file && !this.stopped; file = queue.shift()) await this.take(file);
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    this.seen = waiting;
    this.settledLooks = waiting.size === 0 && complete.length === 0 ? this.settledLooks + 1 : 0;
  }

  private async take(found: FoundFile): Promise<void> {
    const { folder, memory, put, onError } = this.options;
    const { path, size, modified } = found;
    const file = join(folder, path);
    try {
      const sha256 = await hashOf(file);
      const known = await memory.recall(path);
      if (known?.sha256 !== sha256) await put(path, file, size, await memory.other(path, sha256));
      await memory.remember(path, { size, modified, sha256 });
      this.failed.delete(path);
    } catch (error) {
      if (this.stopped) return;
      // Not tried again until it changes, or until the next start.
      this.failed.set(path, found);
      onError(path, isForeignName(path) ? new ForeignNameError() : error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }
}
