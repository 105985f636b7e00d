import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionPlan } from '../template/plan.ts';
import type { BundledFunctions } from './bundled-functions.ts';
import type { Reply, Startup } from './messages.ts';

/** The function threw, ran out of time or memory, or could not be loaded. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
}

interface Pending {
  readonly id: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: FunctionError) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One execution environment of a function: a worker thread with an environment and a memory limit of its
 * own, that does one invocation at a time and can be ended when it takes too long.
 */
export class ExecutionEnvironment {
  private readonly worker: Worker;
  private pending: Pending | undefined;
  private ended: string | undefined;

  constructor(
    private readonly plan: FunctionPlan,
    { runtime, moduleOf }: BundledFunctions,
    environment: Readonly<Record<string, string>>,
    log: string,
  ) {
    const startup: Startup = {
      module: pathToFileURL(moduleOf(plan.entry)).href,
      handler: plan.handler,
      functionName: plan.name,
      arn: plan.arn,
      memory: plan.memory,
      log,
    };
    this.worker = new Worker(runtime, {
      workerData: startup,
      env: { ...environment },
      execArgv: ['--enable-source-maps'],
      resourceLimits: { maxOldGenerationSizeMb: plan.memory },
    });
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (error) => this.end(`${error.name}: ${error.message}`));
    this.worker.on('exit', () => this.end('the execution environment ended'));
    this.worker.unref();
  }

  get alive(): boolean {
    return this.ended === undefined;
  }

  get idle(): boolean {
    return this.alive && this.pending === undefined;
  }

  /** @throws FunctionError */
  invoke(event: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended !== undefined) {
        reject(new FunctionError(`${this.plan.name}: ${this.ended}`));
        return;
      }
      const id = randomUUID();
      const { timeout } = this.plan;
      const timer = setTimeout(() => {
        this.end(`Task timed out after ${timeout / 1000} seconds`);
        void this.worker.terminate();
      }, timeout);
      this.pending = { id, resolve, reject, timer };
      this.worker.postMessage({ id, event: JSON.stringify(event), deadline: Date.now() + timeout });
    });
  }

  private settle(reply: Reply): void {
    if ('error' in reply && reply.id === undefined) {
      this.end(`${reply.error.name}: ${reply.error.message}`);
      return;
    }
    const pending = this.pending;
    if (!pending || pending.id !== reply.id) return;
    this.pending = undefined;
    clearTimeout(pending.timer);
    if ('result' in reply) pending.resolve(JSON.parse(reply.result));
    else pending.reject(new FunctionError(`${this.plan.name}: ${reply.error.stack || reply.error.message}`));
  }

  private end(reason: string): void {
    this.ended ??= reason;
    const pending = this.pending;
    this.pending = undefined;
    if (!pending) return;
    clearTimeout(pending.timer);
    pending.reject(new FunctionError(`${this.plan.name}: ${this.ended}`));
  }

  async stop(): Promise<void> {
    this.end('stopped');
    await this.worker.terminate();
  }
}
