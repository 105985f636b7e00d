import type { WriteStream } from 'node:tty';

/** Fewer files are done before a bar would help. */
const FEWEST = 20;
const WIDTH = 24;

/**
 * A progress bar on standard error, drawn only on a terminal: the share where `total` is known, the count and the
 * speed.
 */
export class Progress {
  #done = 0;
  #drawn = 0;
  #started = Date.now();
  #title = '';
  readonly #stream: WriteStream;
  total: number | undefined;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** Begins to count again, for one of several passes over the same files. */
  begin(title: string): void {
    this.clear();
    this.#title = `${title} `;
    this.#done = 0;
    this.#drawn = 0;
    this.#started = Date.now();
  }

  step(): void {
    this.#done++;
    const now = Date.now();
    if (!this.#stream.isTTY || this.#done < FEWEST || now - this.#drawn < 100) return;
    this.#drawn = now;
    const speed = Math.round(this.#done / ((now - this.#started) / 1000));
    const share = this.total ? Math.min(this.#done / this.total, 1) : undefined;
    const filled = share === undefined ? '' : '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    const count = this.total ? `${this.#done}/${this.total}` : `${this.#done}`;
    this.#stream.write(`\r\x1b[K${this.#title}${filled} ${count} 个文件 · ${speed}/s`);
  }

  /** Takes the bar away, so that a line can be printed. */
  clear(): void {
    if (this.#drawn > 0) this.#stream.write('\r\x1b[K');
  }
}
