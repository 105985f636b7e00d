import { readFileSync } from 'node:fs';
import { bundledSteps } from './bundled-steps.ts';
import { median } from './median.ts';

/** Medians in milliseconds, warm, on one core. */
export interface WarmTimes {
  readonly read: number;
  readonly understand: number;
  readonly check: number;
  /** Everything from bytes to findings, measured by itself. */
  readonly all: number;
  /** Reading the file from the disk, decoding it as UTF-8 and cutting it into lines: what this machine is like. */
  readonly floor: number;
}

const RUNS = 200;
/** Warm means that the engine has compiled what runs often, which takes it some thousand reports. */
const WARM_UP_MILLISECONDS = 6000;

const timed = async <T>(times: number[], work: () => T | Promise<T>): Promise<T> => {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
};

/** Times one file in this process, step by step, after a warm-up. Throws when it cannot be read. */
export const warmTimes = async (path: string, name: string): Promise<WarmTimes> => {
  const { read, understand, check, examine } = await bundledSteps();
  const bytes = readFileSync(path);
  for (const start = performance.now(); performance.now() - start < WARM_UP_MILLISECONDS; )
    await examine(bytes, name);
  const times = {
    read: [] as number[],
    understand: [] as number[],
    check: [] as number[],
    all: [] as number[],
    floor: [] as number[],
  };
  for (let i = 0; i < RUNS; i++) {
    const document = await timed(times.read, () => read(bytes, name));
    if (!document.ok) throw new Error(`${name}: ${document.rejection.reason}`);
    const report = await timed(times.understand, () => understand(document.document, name));
    if (!report.ok) throw new Error(`${name}: ${report.rejection.reason}`);
    await timed(times.check, () => check(report.report));
    await timed(times.all, () => examine(bytes, name));
    await timed(times.floor, () => {
      new TextDecoder('utf-8').decode(readFileSync(path)).split('\n');
    });
  }
  return {
    read: median(times.read),
    understand: median(times.understand),
    check: median(times.check),
    all: median(times.all),
    floor: median(times.floor),
  };
};
