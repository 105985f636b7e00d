import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cost, Examined } from './examined.ts';

/** What a file came to, or what went wrong. */
export type Examination = Examined | { readonly fault: string };

type Answer = { readonly examined: Examined; readonly cost: Cost };

/** A real report takes some milliseconds; the bounds are those that no file whatever may exceed. */
const MOST_MILLISECONDS = 2000;
const MOST_MEGABYTES = 512;
/** Node gives up a little earlier, by itself. */
const MOST_HEAP_MEGABYTES = 460;
/** The process is begun anew so often, since its peak of memory never falls again. */
const FILES_A_PROCESS = 400;
/** The first file of a process also loads the reader of its format. */
const LOADING_MILLISECONDS = 15_000;

/** Examines files in a process of its own, which it ends when it hangs and begins anew when it is gone. */
export class Examiner {
  readonly #patience: number;
  #child: ChildProcess | undefined;
  #loaded = new Set<string>();
  #files = 0;

  /** `patience` multiplies the time allowed, for a machine that is busy with other work. */
  constructor(patience = 1) {
    this.#patience = patience;
  }

  #start(): ChildProcess {
    this.#loaded = new Set();
    this.#files = 0;
    const path = fileURLToPath(new URL('examine-child.ts', import.meta.url));
    return fork(path, {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MOST_HEAP_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  }

  async examine(bytes: Uint8Array, name: string): Promise<Examination> {
    if (this.#files >= FILES_A_PROCESS) this.close();
    this.#child ??= this.#start();
    this.#files++;
    const kind = name.slice(name.lastIndexOf('.'));
    const allowed = (this.#loaded.has(kind) ? 0 : LOADING_MILLISECONDS) + MOST_MILLISECONDS * this.#patience;
    // The child examines the file and reads it once more, which the clock on the wall cannot tell apart.
    const answer = await this.#ask(this.#child, bytes, name, 2 * allowed);
    this.#loaded.add(kind);
    const fault = 'fault' in answer ? answer.fault : excess(answer.cost, allowed);
    if (fault === undefined) return (answer as Answer).examined;
    this.close();
    return { fault };
  }

  async #ask(
    child: ChildProcess,
    bytes: Uint8Array,
    name: string,
    milliseconds: number,
  ): Promise<Answer | { readonly fault: string }> {
    return new Promise((resolve) => {
      let complaint = '';
      const timer = setTimeout(() => done({ fault: `hung for ${milliseconds} ms` }), milliseconds);
      const onMessage = (answer: Answer) => done(answer);
      const onExit = (code: number | null) => done({ fault: `crashed (${code}): ${complaint.slice(-600)}` });
      const onComplaint = (data: Buffer) => {
        complaint += data.toString();
      };
      const done = (answer: Answer | { readonly fault: string }) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        child.stderr?.off('data', onComplaint);
        resolve(answer);
      };
      child.on('message', onMessage).on('exit', onExit);
      child.stderr?.on('data', onComplaint);
      child.send({ bytes: Buffer.from(bytes).toString('base64'), name });
    });
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

const excess = ({ milliseconds, megabytes }: Cost, allowed: number): string | undefined => {
  if (milliseconds > allowed) return `took ${Math.round(milliseconds)} ms`;
  return megabytes > MOST_MEGABYTES ? `took ${Math.round(megabytes)} MB of memory` : undefined;
};
