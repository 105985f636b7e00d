import type { Format } from '../../shared/document/document.ts';
import { seeded } from '../checks/mutations/random.ts';
import { mutate } from './mutate.ts';
import { runFuzz } from './run-fuzz.ts';
import { FORMATS, readSamples, type Sample, withDistinct } from './samples.ts';

/** So long a wait is only ever met by a file that hangs, however busy the machine is. */
const PATIENCE = 20;

const smallest = (format: Format): Sample =>
  readSamples(format).reduce((least, own) => (own.bytes.length < least.bytes.length ? own : least));

describe('a short run of the fuzz command', () => {
  test('changed files of every format give a verdict and contradict nothing', async () => {
    const samples = FORMATS.flatMap((format) => withDistinct([smallest(format)]));
    const { runs, failures, verdicts } = await runFuzz({
      samples,
      seed: 1,
      runs: 80,
      until: Number.POSITIVE_INFINITY,
      patience: PATIENCE,
    });
    expect(failures.map(({ seed, mutant, fault }) => `${seed} ${mutant.name}: ${fault}`)).toEqual([]);
    expect(runs).toBe(80);
    // The run is worth nothing if nearly all files are only refused.
    expect((verdicts.get('consistent') ?? 0) + (verdicts.get('inconsistent') ?? 0)).toBeGreaterThan(25);
  }, 600_000);

  test('the same seed makes the same files', () => {
    const sample = smallest('docx');
    const made = (seed: number) => mutate(sample, seeded(seed));
    expect(made(7)).toEqual(made(7));
    expect(made(7).what).not.toBe(made(8).what);
  });
});
