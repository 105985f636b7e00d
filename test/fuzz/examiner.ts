import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Place } from '../../shared/document/document.ts';

export interface StatedFigure {
  readonly value: number;
  readonly at?: Place;
}

/** What a file came to: its verdict (or the reason why not) and its stated figures, or what went wrong. */
export type Examined =
  | {
      readonly verdict: string;
      readonly figures: Readonly<Record<string, StatedFigure>>;
      readonly megabytes: number;
    }
  | { readonly fault: string };

/** A real report takes some milliseconds; the bounds are those that no file whatever may exceed. */
const MOST_MILLISECONDS = 2000;
const MOST_MEGABYTES = 512;
/** The process is begun anew so often, since its peak of memory never falls again. */
const FILES_A_PROCESS = 400;
/** The first file of a process also loads the reader of its format. */
const LOADING_MILLISECONDS = 15_000;

/** Examines files in a process of its own, which it ends when it hangs and begins anew when it is gone. */
export class Examiner {
  #child: ChildProcess | undefined;
  #loaded = new Set<string>();
  #files = 0;

  #start(): ChildProcess {
    this.#loaded = new Set();
    this.#files = 0;
    const path = fileURLToPath(new URL('examine-child.ts', import.meta.url));
    return fork(path, {
      execArgv: ['--import', 'tsx', '--max-old-space-size=460'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  }

  /** `patience` multiplies the time allowed, for a machine that is busy with other work. */
  async examine(bytes: Uint8Array, name: string, patience = 1): Promise<Examined> {
    if (this.#files >= FILES_A_PROCESS) this.close();
    this.#child ??= this.#start();
    this.#files++;
    const child = this.#child;
    const kind = name.slice(name.lastIndexOf('.'));
    const allowed = (this.#loaded.has(kind) ? 0 : LOADING_MILLISECONDS) + MOST_MILLISECONDS * patience;
    const result = await new Promise<Examined>((resolve) => {
      let complaint = '';
      const onMessage = (message: Examined) => done(message);
      const onExit = (code: number | null) => done({ fault: `crashed (${code}): ${complaint.slice(-600)}` });
      const onError = (data: Buffer) => {
        complaint += data.toString();
      };
      const timer = setTimeout(() => done({ fault: `hung for ${allowed} ms` }), allowed);
      const done = (examined: Examined) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        child.stderr?.off('data', onError);
        resolve(examined);
      };
      child.on('message', onMessage).on('exit', onExit);
      child.stderr?.on('data', onError);
      child.send({ bytes: Buffer.from(bytes).toString('base64'), name });
    });
    this.#loaded.add(kind);
    if ('fault' in result) this.close();
    else if (result.megabytes > MOST_MEGABYTES) {
      this.close();
      return { fault: `took ${Math.round(result.megabytes)} MB of memory` };
    }
    return result;
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
