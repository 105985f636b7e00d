import { Level } from 'level';

/** What is known of a file that was put into the bucket. */
export interface Remembered {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Which files were put into the bucket, by path in their folder: a restart does not put them again. */
export class InboxMemory {
  private constructor(private readonly level: Level<string, Remembered>) {}

  /** The path that was put last with these bytes, by their hash. */
  private get byHash() {
    return this.level.sublevel('sha256');
  }

  static async open(path: string): Promise<InboxMemory> {
    const level = new Level<string, Remembered>(path, { valueEncoding: 'json' });
    await level.open();
    return new InboxMemory(level);
  }

  async recall(path: string): Promise<Remembered | undefined> {
    return this.level.get(path);
  }

  async remember(path: string, file: Remembered): Promise<void> {
    await this.level.put(path, file);
    await this.byHash.put(file.sha256, path);
  }

  /** Another file that was put with these bytes and has not changed since. */
  async other(path: string, sha256: string): Promise<string | undefined> {
    const found = await this.byHash.get(sha256);
    return found !== undefined && found !== path && (await this.recall(found))?.sha256 === sha256
      ? found
      : undefined;
  }

  async close(): Promise<void> {
    await this.level.close();
  }
}
