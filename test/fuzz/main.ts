import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runFuzz } from './run-fuzz.ts';
import { readSamples } from './samples.ts';

/** `npm run fuzz -- [--seconds N | --runs N] [--format F] [--seed S] [--patience N] [--keep]` */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    runs: { type: 'string' },
    format: { type: 'string' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

const samples = readSamples(values.format);
if (samples.length === 0) {
  console.error(`No sample of format ${values.format}.`);
  process.exit(2);
}
const corpus = fileURLToPath(new URL('corpus', import.meta.url));
const seconds = values.seconds ?? (values.runs ? undefined : '60');

const { runs, failures, verdicts } = await runFuzz(
  {
    samples,
    seed: Number(values.seed),
    runs: values.runs ? Number(values.runs) : Number.POSITIVE_INFINITY,
    until: seconds ? Date.now() + Number(seconds) * 1000 : Number.POSITIVE_INFINITY,
    patience: Number(values.patience),
  },
  ({ mutant, seed, fault }) => {
    console.log(`seed ${seed}  ${mutant.name}  ${mutant.what}\n    ${fault}`);
    if (!values.keep) return;
    mkdirSync(corpus, { recursive: true });
    writeFileSync(join(corpus, `${seed}-${mutant.name}`), mutant.bytes);
  },
);

for (const [verdict, times] of [...verdicts].sort((a, b) => b[1] - a[1])) {
  console.log(`${String(times).padStart(8)} ${verdict}`);
}
console.log(`${runs} changed files, ${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
