import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Blob {
  readonly name: string;
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly md5: string;
}

/** The bytes of objects, a file each. File names are drawn by lot, so that no key can reach the file system. */
export class BlobFolder {
  private readonly made = new Set<string>();

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
   * Writes a stream to disk; returns when the bytes are safe there. A stream that fails leaves nothing.
   *
   * @throws what the stream throws
   */
  async write(bytes: AsyncIterable<Uint8Array>): Promise<Blob> {
    const name = randomBytes(16).toString('hex');
    const staged = join(this.staging, name);
    const file = await open(staged, 'wx', 0o600);
    const md5 = createHash('md5');
    let size = 0;
    try {
      for await (const part of bytes) {
        md5.update(part);
        size += part.length;
        await file.writev([part]);
      }
      await file.sync();
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    await this.shard(name);
    await rename(staged, this.path(name));
    return { name, size, md5: md5.digest('hex') };
  }

  private async shard(name: string): Promise<void> {
    const shard = name.slice(0, 2);
    if (this.made.has(shard)) return;
    await mkdir(join(this.folder, shard), { recursive: true });
    this.made.add(shard);
  }

  /** Streams the bytes from `start` to `end`, both included. */
  read(name: string, range?: { readonly start: number; readonly end: number }): ReadStream {
    return createReadStream(this.path(name), range);
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }
}
