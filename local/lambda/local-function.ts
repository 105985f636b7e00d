import type { FunctionPlan } from '../template/plan.ts';
import type { BundledFunctions } from './bundled-functions.ts';
import { ExecutionEnvironment } from './execution-environment.ts';

/** A function with as many execution environments as it needs at once, up to a limit. */
export class LocalFunction {
  private environments: ExecutionEnvironment[] = [];
  private readonly waiting: (() => void)[] = [];
  private stopped = false;

  /**
   * @param log path of the file that takes what the function prints
   * @param most execution environments at the same time; further invocations wait
   */
  constructor(
    readonly plan: FunctionPlan,
    private readonly code: BundledFunctions,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly log: string,
    private readonly most: number,
  ) {}

  /** Starts an execution environment ahead of the first invocation, which then need not wait for it. */
  warm(): void {
    if (this.environments.length === 0) this.start();
  }

  private start(): ExecutionEnvironment {
    const started = new ExecutionEnvironment(this.plan, this.code, this.environment, this.log);
    this.environments.push(started);
    return started;
  }

  /** @throws FunctionError */
  async invoke(event: unknown): Promise<unknown> {
    for (;;) {
      if (this.stopped) throw new Error(`${this.plan.name} is stopped`);
      this.environments = this.environments.filter(({ alive }) => alive);
      const free =
        this.environments.find(({ idle }) => idle) ??
        (this.environments.length < this.most ? this.start() : undefined);
      if (free) {
        try {
          return await free.invoke(event);
        } finally {
          this.waiting.shift()?.();
        }
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.environments.map((environment) => environment.stop()));
    for (const wake of this.waiting.splice(0)) wake();
  }
}
