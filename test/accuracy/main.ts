import { join, resolve } from 'node:path';
import { printMutations } from '../checks/mutations/print-mutations.ts';
import { runClaimsAccuracy } from './claims.ts';
import { printFigureAccuracy } from './figures.ts';
import { REPORTS } from './truth.ts';

/** What `npm run accuracy -- NAME [FOLDER]` can print, each with its number of faults; figures without a name. */
const RUNS: Record<string, (folder: string) => Promise<number>> = {
  figures: printFigureAccuracy,
  claims: async (folder) => (runClaimsAccuracy(join(folder, 'narrative.jsonl')) ? 0 : 1),
  mutations: printMutations,
};

const [first, second] = process.argv.slice(2);
const name = first !== undefined && first in RUNS ? first : 'figures';
const folder = name === first ? second : first;
const wrong = await RUNS[name]!(folder ? resolve(folder) : REPORTS);
process.exitCode = wrong === 0 ? 0 : 1;
