import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const BLOCK = 64 * 1024;

/** Where the last whole line of a file ends: a kill may have left half a line behind it. */
const endOfLastLine = async (file: FileHandle): Promise<number> => {
  const { size } = await file.stat();
  for (let end = size; end > 0; end -= BLOCK) {
    const start = Math.max(0, end - BLOCK);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
    const newline = buffer.subarray(0, bytesRead).lastIndexOf('\n');
    if (newline >= 0) return start + newline + 1;
  }
  return 0;
};

/** A file of JSON objects, one a line, that only grows. Lines appended together are synced together. */
export class NdjsonLedger {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;

  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  static async open(path: string): Promise<NdjsonLedger> {
    const file = await open(path, 'a+', 0o600);
    await file.truncate(await endOfLastLine(file));
    return new NdjsonLedger(file, path);
  }

  /** Resolves when the line is safe on disk. */
  append(value: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ line: `${JSON.stringify(value)}\n`, resolve, reject });
      this.writing ??= this.write();
    });
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const lines = this.waiting;
      this.waiting = [];
      try {
        await this.file.write(lines.map(({ line }) => line).join(''));
        await this.file.datasync();
        for (const { resolve } of lines) resolve();
      } catch (error) {
        for (const { reject } of lines) reject(error);
      }
    }
    this.writing = undefined;
  }

  /** All lines so far, parsed. */
  async *read(): AsyncGenerator<unknown> {
    for await (const line of createInterface({ input: createReadStream(this.path) })) {
      if (line !== '') yield JSON.parse(line);
    }
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }
}
