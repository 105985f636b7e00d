import { seeded } from '../checks/mutations/random.ts';
import { contradictions } from './contradictions.ts';
import { DISTINCT } from './distinct.ts';
import type { Examined } from './examined.ts';
import { Examiner } from './examiner.ts';
import { misplaced } from './misplaced.ts';
import { mutate } from './mutate.ts';
import type { Mutant } from './mutation.ts';
import type { Sample } from './samples.ts';

export interface FuzzOptions {
  readonly samples: readonly Sample[];
  /** The first changed file comes from this seed, each further one from the next number. */
  readonly seed: number;
  /** Ends after so many changed files, or at the time given, whichever is first. */
  readonly runs: number;
  readonly until: number;
  /** Multiplies the time that a file may take. */
  readonly patience: number;
}

export interface Failure {
  readonly mutant: Mutant;
  readonly seed: number;
  readonly fault: string;
}

export interface FuzzResult {
  readonly runs: number;
  readonly failures: readonly Failure[];
  /** How often each verdict or reason came. */
  readonly verdicts: ReadonlyMap<string, number>;
}

/** Told along the way: a failure at once, and how many files there were so far. */
export interface FuzzWatcher {
  readonly onFailure?: (failure: Failure) => void;
  readonly onRun?: (runs: number) => void;
}

/** Figures named in a failure: the first ones show what happened. */
const MOST_NAMED = 5;

/** Changes samples at random, each run from a seed of its own, and looks for faults. */
export const runFuzz = async (options: FuzzOptions, watcher: FuzzWatcher = {}): Promise<FuzzResult> => {
  const examiner = new Examiner(options.patience);
  const originals = new Map<string, Examined>();
  const failures: Failure[] = [];
  const verdicts = new Map<string, number>();

  const originalOf = async ({ name, bytes }: Sample): Promise<Examined> => {
    const known = originals.get(name);
    if (known) return known;
    const examined = await examiner.examine(bytes, name);
    if ('fault' in examined) throw new Error(`${name}, unchanged: ${examined.fault}`);
    originals.set(name, examined);
    return examined;
  };

  let runs = 0;
  try {
    for (; runs < options.runs && Date.now() < options.until; runs++) {
      const seed = options.seed + runs;
      const random = seeded(seed);
      const sample = random.pick(options.samples)!;
      const original = await originalOf(sample);
      const mutant = mutate(sample, random);
      const examined = await examiner.examine(mutant.bytes, mutant.name);
      const faults =
        'fault' in examined
          ? [examined.fault]
          : [
              ...(mutant.coarse ? [] : contradictions(original, examined, mutant.touched)),
              ...(mutant.small && sample.name.includes(DISTINCT) ? misplaced(original, examined) : []),
            ];
      if (faults.length > 0) {
        const failure = { mutant, seed, fault: faults.slice(0, MOST_NAMED).join('; ') };
        failures.push(failure);
        watcher.onFailure?.(failure);
      }
      const verdict = 'fault' in examined ? 'fault' : examined.verdict;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      watcher.onRun?.(runs + 1);
    }
  } finally {
    examiner.close();
  }
  return { runs, failures, verdicts };
};
