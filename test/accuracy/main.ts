import { resolve } from 'node:path';
import { printFigureAccuracy } from './figures.ts';
import { REPORTS } from './truth.ts';

/** What `npm run accuracy -- NAME [FOLDER]` can print; figures without a name. */
const RUNS: Record<string, (folder: string) => Promise<number>> = {
  figures: printFigureAccuracy,
};

const [first, second] = process.argv.slice(2);
const name = first !== undefined && first in RUNS ? first : 'figures';
const folder = name === first ? second : first;
const wrong = await RUNS[name]!(folder ? resolve(folder) : REPORTS);
process.exitCode = wrong === 0 ? 0 : 1;
