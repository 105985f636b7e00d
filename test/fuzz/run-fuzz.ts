import { seeded } from '../checks/mutations/random.ts';
import { contradictions } from './contradictions.ts';
import { Examiner, type StatedFigure } from './examiner.ts';
import { mutate } from './mutate.ts';
import type { Mutant } from './mutation.ts';
import type { Sample } from './samples.ts';

export interface FuzzOptions {
  readonly samples: readonly Sample[];
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

/** Changes samples at random, each run from a seed of its own, and looks for faults. */
export const runFuzz = async (
  options: FuzzOptions,
  onFailure: (failure: Failure) => void = () => {},
): Promise<FuzzResult> => {
  const examiner = new Examiner();
  const originals = new Map<string, Readonly<Record<string, StatedFigure>>>();
  const failures: Failure[] = [];
  const verdicts = new Map<string, number>();
  let runs = 0;
  try {
    for (; runs < options.runs && Date.now() < options.until; runs++) {
      const seed = options.seed + runs;
      const random = seeded(seed);
      const sample = random.pick(options.samples)!;
      if (!originals.has(sample.name)) {
        const original = await examiner.examine(sample.bytes, sample.name, options.patience);
        originals.set(sample.name, 'figures' in original ? original.figures : {});
      }
      const mutant = mutate(sample, random);
      const examined = await examiner.examine(mutant.bytes, mutant.name, options.patience);
      const faults =
        'fault' in examined
          ? [examined.fault]
          : mutant.touched
            ? contradictions(originals.get(sample.name)!, examined, mutant.touched)
            : [];
      if (faults.length > 0) {
        const failure = { mutant, seed, fault: faults.slice(0, 5).join('; ') };
        failures.push(failure);
        onFailure(failure);
      }
      const verdict = 'fault' in examined ? 'fault' : examined.verdict;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
  } finally {
    examiner.close();
  }
  return { runs, failures, verdicts };
};
