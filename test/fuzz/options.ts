import { parseArgs } from 'node:util';
import { FORMATS } from './samples.ts';

export const USAGE = `Changes the sample reports at random and looks for a crash, a hang, a flood of memory, or a figure that is
stated otherwise although the change did not touch it.

npm run fuzz -- [options]

  --seconds N    go on for so long (60, unless --runs is given)
  --runs N       stop after so many changed files
  --format F     only samples of one format: ${FORMATS.join(' ')}
  --seed N       number of the first changed file, which the same seed makes again (1)
  --patience N   multiplies the 2 seconds that a file may take, for a busy machine (1)
  --keep         put each file that failed into test/fuzz/failed
  --help         print this

Failures are printed as they come. Exit status: 0 no failure, 1 a failure, 2 the options are wrong.`;

export interface Options {
  readonly format: string | undefined;
  readonly seed: number;
  readonly runs: number;
  readonly seconds: number;
  readonly patience: number;
  readonly keep: boolean;
  readonly help: boolean;
}

const NUMBERS = ['seconds', 'runs', 'seed', 'patience'] as const;

/** The command's options, or what is wrong with them. */
export const optionsOf = (args: readonly string[]): Options | { readonly problem: string } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string' },
        runs: { type: 'string' },
        format: { type: 'string' },
        seed: { type: 'string', default: '1' },
        patience: { type: 'string', default: '1' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    for (const name of NUMBERS) {
      const text = values[name];
      if (text !== undefined && !/^\d+$/.test(text))
        return { problem: `--${name} takes a whole number, not ${text}.` };
    }
    const { format } = values;
    if (format !== undefined && !FORMATS.some((known) => known === format)) {
      return { problem: `There is no sample of format ${format}.` };
    }
    const seconds = values.seconds ?? (values.runs === undefined ? '60' : undefined);
    return {
      format,
      seed: Number(values.seed),
      runs: values.runs === undefined ? Number.POSITIVE_INFINITY : Number(values.runs),
      seconds: seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds),
      patience: Math.max(1, Number(values.patience)),
      keep: values.keep,
      help: values.help,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};
