/** What was started, to be stopped in reverse: what uses another ends before it. */
export class Stops {
  private readonly steps: (() => unknown)[] = [];
  private stopping: Promise<void> | undefined;

  /** Adds what to do in the end, before everything that was added earlier. */
  add(...steps: readonly (() => unknown)[]): void {
    this.steps.push(...steps);
  }

  /** Stops everything; once, however often it is called. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      for (const step of this.steps.reverse()) await step();
    })();
    return this.stopping;
  }
}
