import { readFileSync } from 'node:fs';
import { check } from '../../shared/checks/check.ts';
import { examine } from '../../shared/checks/examine.ts';
import { read } from '../../shared/document/read.ts';
import { understand } from '../../shared/report/understand.ts';
import { median } from './median.ts';

/** Medians in milliseconds, warm, on one core. */
export interface WarmTimes {
  readonly read: number;
  readonly understand: number;
  readonly check: number;
  /** Everything from bytes to findings, measured by itself. */
  readonly all: number;
}

const RUNS = 80;
/** Warm means that the engine has compiled what runs often, which takes it a second or more. */
const WARM_UP_MILLISECONDS = 1500;

const timed = async <T>(times: number[], work: () => T | Promise<T>): Promise<T> => {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
};

/** Times one file in this process, step by step, after a warm-up. Throws when it cannot be read. */
export const warmTimes = async (path: string, name: string): Promise<WarmTimes> => {
  const bytes = readFileSync(path);
  for (const start = performance.now(); performance.now() - start < WARM_UP_MILLISECONDS; )
    await examine(bytes, name);
  const times = {
    read: [] as number[],
    understand: [] as number[],
    check: [] as number[],
    all: [] as number[],
  };
  for (let i = 0; i < RUNS; i++) {
    const document = await timed(times.read, () => read(bytes, name));
    if (!document.ok) throw new Error(`${name}: ${document.rejection.reason}`);
    const report = await timed(times.understand, () => understand(document.document, name));
    if (!report.ok) throw new Error(`${name}: ${report.rejection.reason}`);
    await timed(times.check, () => check(report.report));
    await timed(times.all, () => examine(bytes, name));
  }
  return {
    read: median(times.read),
    understand: median(times.understand),
    check: median(times.check),
    all: median(times.all),
  };
};
