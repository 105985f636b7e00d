import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { optionsOf, USAGE } from './options.ts';
import { runFuzz } from './run-fuzz.ts';
import { readSamples, withDistinct } from './samples.ts';

const options = optionsOf(process.argv.slice(2));
if ('problem' in options) {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exit(2);
}
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const { format, seed, runs, seconds, patience, keep } = options;
const FAILED = fileURLToPath(new URL('failed', import.meta.url));

const {
  runs: done,
  failures,
  verdicts,
} = await runFuzz(
  { samples: withDistinct(readSamples(format)), seed, runs, until: Date.now() + seconds * 1000, patience },
  {
    onFailure: ({ mutant, seed, fault }) => {
      console.log(`seed ${seed}  ${mutant.name}  ${mutant.what}\n    ${fault}`);
      if (!keep) return;
      mkdirSync(FAILED, { recursive: true });
      writeFileSync(join(FAILED, `${seed}-${mutant.name}`), mutant.bytes);
    },
    onRun: (count) => {
      if (process.stderr.isTTY && count % 20 === 0) process.stderr.write(`${count} changed files\r`);
    },
  },
);

for (const [verdict, times] of [...verdicts].sort((a, b) => b[1] - a[1])) {
  console.log(`${String(times).padStart(8)} ${verdict}`);
}
console.log(`${done} changed files, ${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
