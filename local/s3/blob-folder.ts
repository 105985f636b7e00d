import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsync,
  mkdirSync,
  openSync,
  type ReadStream,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Range } from './range.ts';

/** In bytes: so little is read or written in less time than it takes to hand it to another thread. */
const SMALL = 256 * 1024;

const synced = promisify(fsync);

export interface Blob {
  readonly name: string;
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly md5: string;
}

/** The bytes of objects, a file each. File names are drawn by lot, so that no key can reach the file system. */
export class BlobFolder {
  private readonly made = new Set<string>();
  /** Small blobs on their way to the disk. */
  private readonly syncing = new Map<string, Promise<void>>();

  private constructor(
    private readonly folder: string,
    private readonly staging: string,
  ) {}

  /** Opens the folder and removes what a kill left half written. */
  static async open(folder: string): Promise<BlobFolder> {
    const staging = join(folder, 'staging');
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    return new BlobFolder(folder, staging);
  }

  private path(name: string): string {
    return join(this.folder, name.slice(0, 2), name);
  }

  /**
   * Writes a stream to a file. A stream that fails leaves nothing. A small blob can be read at once, but is
   * safe from a power cut only when it is `onDisk`.
   *
   * @throws what the stream throws
   */
  async write(bytes: AsyncIterable<Uint8Array>): Promise<Blob> {
    const name = randomBytes(16).toString('hex');
    const staged = join(this.staging, name);
    const md5 = createHash('md5');
    let size = 0;
    let held: Uint8Array[] = [];
    let large: FileHandle | undefined;
    try {
      for await (const part of bytes) {
        md5.update(part);
        size += part.length;
        held.push(part);
        if (size <= SMALL) continue;
        large ??= await open(staged, 'wx', 0o600);
        for (const each of held) await large.writeFile(each);
        held = [];
      }
      if (large) await large.sync();
      else this.writeSmall(name, staged, Buffer.concat(held));
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    } finally {
      await large?.close();
    }
    this.shard(name);
    renameSync(staged, this.path(name));
    return { name, size, md5: md5.digest('hex') };
  }

  private writeSmall(name: string, path: string, bytes: Uint8Array): void {
    const file = openSync(path, 'wx', 0o600);
    try {
      writeFileSync(file, bytes);
    } catch (error) {
      closeSync(file);
      throw error;
    }
    const onDisk = synced(file).finally(() => closeSync(file));
    this.syncing.set(name, onDisk);
    onDisk.then(
      () => this.syncing.delete(name),
      () => undefined,
    );
  }

  /** Resolves when a blob that was written is safe on disk. @throws when the disk fails */
  async onDisk(name: string): Promise<void> {
    await this.syncing.get(name);
  }

  /**
   * Whether all bytes of a blob are there: a power cut takes those that were not on disk yet. Only small blobs are
   * entered before they are, and a file system may keep their length without their bytes.
   */
  async isWhole({ name, size, md5 }: Omit<Blob, 'md5'> & Partial<Blob>): Promise<boolean> {
    try {
      if (size > SMALL || md5 === undefined) return (await stat(this.path(name))).size === size;
      return (
        createHash('md5')
          .update(readFileSync(this.path(name)))
          .digest('hex') === md5
      );
    } catch {
      return false;
    }
  }

  private shard(name: string): void {
    const shard = name.slice(0, 2);
    if (this.made.has(shard)) return;
    mkdirSync(join(this.folder, shard), { recursive: true });
    this.made.add(shard);
  }

  /** Streams the bytes from `start` to `end`, both included. */
  read(name: string, range?: Range): ReadStream {
    return createReadStream(this.path(name), range);
  }

  /** The same at once, where the blob is small. @throws when there is no such blob */
  readSmall({ name, size }: Pick<Blob, 'name' | 'size'>, { start, end }: Range): Buffer | undefined {
    return size > SMALL ? undefined : readFileSync(this.path(name)).subarray(start, end + 1);
  }

  async remove(name: string): Promise<void> {
    this.syncing.delete(name);
    await rm(this.path(name), { force: true });
  }
}
